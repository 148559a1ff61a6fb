import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { RealtimeSocket } from '@/lib/client/realtime/create-socket';
import { CheckInWall } from '@/lib/contracts/http/check-in';
import { createCheckInCodes } from '@/lib/domain/attendance/check-in-token';
import { createUser, TEST_SECRET } from '@/tests/campus';
import { createClass } from '@/tests/check-in-campus';
import type { Bench, Row } from './bench';
import { connectSockets } from './connect-sockets';
import { openPortal } from './portal';
import { quantile } from './rounds';
import { startBare } from './start-bare';

const SCANS = 300;
const SECONDS = 30;
const MOST_MS = 500;
/** What has not come by then is lost. */
const LOST_AFTER_MS = 5_000;
const WALL_ASKS_EVERY_MS = 2_000;

const bench: Bench = {
  about: `${SCANS} students of one course scan the QR code of its wall within ${SECONDS} s, each at a moment of its own chosen by chance, as requests to the production web server; the wall is a socket of the teacher, through the same origin as a browser, and asks for the whole class every ${WALL_ASKS_EVERY_MS / 1_000} s as the page does. The time is from the moment a phone sends until the student's name turns green on the wall; 95 of 100 took no longer than p95. Baseline: a bare HTTP request to a bare Socket.IO server that tells one socket, as many in a third of the time.`,
  async run(world) {
    const { origin, database } = await openPortal(world);
    const { sql } = database;
    const teacher = await createUser(sql, { role: 'faculty' });
    const students = await Promise.all(
      Array.from({ length: SCANS }, () => createUser(sql, { role: 'student' })),
    );
    const ids = students.map(({ id }) => id);
    const { sessionId } = await createClass(sql, { code: 'CS204', students: ids, facultyId: teacher.id });
    const path = `${origin}/api/attendance/sessions/${sessionId}/check-in`;
    const headers = { cookie: teacher.cookie, 'content-type': 'application/json' };
    await expectGood(await fetch(path, { method: 'POST', headers, body: '{}' }));
    const [wall] = await connectSockets(world, origin, [teacher.cookie]);
    if (!wall) throw new Error('there is no wall');
    const seen = watchWall(wall);
    const asking = setInterval(
      () => void fetch(path, { headers }).then((each) => each.text()),
      WALL_ASKS_EVERY_MS,
    );
    world.after(() => clearInterval(asking));

    const codes = createCheckInCodes(TEST_SECRET);
    const moments = students.map(() => Math.random() * SECONDS * 1_000);
    const sent = new Map<string, number>();
    await atMoments(moments, async (index) => {
      const student = students[index];
      if (!student) return;
      const { token } = codes.show(sessionId, Date.now());
      sent.set(student.id, performance.now());
      const body = JSON.stringify({ token });
      const own = { cookie: student.cookie, 'content-type': 'application/json' };
      await expectGood(await fetch(`${origin}/api/check-in`, { method: 'POST', headers: own, body }));
    });
    const latest = performance.now() + LOST_AFTER_MS;
    while (seen.size < SCANS && performance.now() < latest) await pause(5);
    clearInterval(asking);
    const ours = [...sent].flatMap(([id, at]) => {
      const shown = seen.get(id);
      return shown === undefined ? [] : [shown - at];
    });
    const { rows } = await sql.query<{ marks: number }>(
      `SELECT count(*)::int AS marks FROM attendance_mark WHERE session_id = $1 AND status = 'present'`,
      [sessionId],
    );
    const table = CheckInWall.parse(await (await expectGood(await fetch(path, { headers }))).json());
    const present = table.students.filter(({ status }) => status === 'present').length;
    const baseline = await bareTimes(
      world,
      moments.map((moment) => moment / 3),
    );
    const lost = SCANS - ours.length;
    return [
      row('scan -> name on the wall, p50', ours, baseline, 0.5),
      row('scan -> name on the wall, p95', ours, baseline, 0.95),
      {
        what: `${SCANS} scans in ${SECONDS} s`,
        ours: `${lost} lost on the wall, ${SCANS - (rows[0]?.marks ?? 0)} in the table, ${SCANS - present} in its answer`,
        baseline: '',
        ratio: null,
        target: 'none lost',
        met: lost === 0 && rows[0]?.marks === SCANS && present === SCANS,
      },
    ];
  },
};
export default bench;

function row(what: string, ours: readonly number[], baseline: readonly number[], share: number): Row {
  const [taken, plain] = [quantile(ours, share), quantile(baseline, share)];
  const hasTarget = share === 0.95;
  return {
    what,
    ours: `${taken.toFixed(0)} ms`,
    baseline: `${plain.toFixed(1)} ms`,
    ratio: taken / plain,
    target: hasTarget ? `at most ${MOST_MS} ms` : '',
    met: hasTarget ? taken <= MOST_MS : null,
  };
}

const Roster = z.object({ marks: z.array(z.object({ student_id: z.string() })) });

/** When each student was first shown, by id. */
function watchWall(wall: RealtimeSocket): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  wall.on('attendance:roster', (payload) => {
    for (const { student_id } of Roster.parse(payload).marks)
      if (!seen.has(student_id)) seen.set(student_id, performance.now());
  });
  return seen;
}

/** Does something at each of these moments, ms from now, whatever the others take. */
async function atMoments(moments: readonly number[], work: (index: number) => Promise<void>): Promise<void> {
  await Promise.all(moments.map((moment, index) => pause(moment).then(() => work(index))));
}

async function bareTimes(world: Parameters<Bench['run']>[0], moments: readonly number[]): Promise<number[]> {
  const { origin } = await startBare(world);
  const [socket] = await connectSockets(world, origin, ['']);
  if (!socket) throw new Error('there is no socket');
  const waiting: ((at: number) => void)[] = [];
  // It tells in the order in which it was asked.
  socket.on('timetable:changed', () => waiting.shift()?.(performance.now()));
  const taken: number[] = [];
  await atMoments(moments, async () => {
    const began = performance.now();
    const told = new Promise<number>((resolve) => waiting.push(resolve));
    await (await fetch(origin, { method: 'POST' })).arrayBuffer();
    taken.push((await told) - began);
  });
  return taken;
}

async function expectGood(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response;
}
