import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Plan, WrittenEntry } from '@/lib/contracts/http/plan';
import { AcceptedProposal, TimetableProposal } from '@/lib/contracts/http/timetable-proposal';
import { checkTimetable } from '@/lib/domain/timetable-proposal/check-timetable';
import { readCttUniversity } from '@/prisma/seed/ctt-university';
import { importCttUniversity } from '@/prisma/seed/import-ctt-university';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

/** As the first sample of the competition, but small, and with the days of a week that is planned from nothing. */
const instance = readCttUniversity(`Name: Small
Courses: 6
Rooms: 2
Days: 5
Periods_per_day: 12
Curricula: 3
Constraints: 8

COURSES:
c1 t1 5 4 40
c2 t1 4 3 25
c3 t2 6 4 60
c4 t3 3 2 20
c5 t4 2 2 20
c6 t2 4 2 33

ROOMS:
large 50
small 30

CURRICULA:
q1 3 c1 c2 c3
q2 2 c3 c4
q3 3 c4 c5 c6

UNAVAILABILITY_CONSTRAINTS:
c1 0 0
c1 0 1
c1 4 11
c3 2 5
c3 2 6
c5 1 0
c6 3 3
c6 3 4

END.
`);
const LECTURES = 24;

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let id: string;
const names = { courses: new Map<string, number>(), rooms: new Map<string, number>() };

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  admin = await createUser(sql, { role: 'admin' });
  const { university } = await importCttUniversity(sql, instance, { demo: false });
  id = university.timetable.id;
  for (const [index, course] of university.courses.entries()) names.courses.set(course.id, index);
  for (const [index, room] of university.rooms.entries()) names.rooms.set(room.id, index);
  // Teachers of a demo that is off cannot sign in, and would teach nothing.
  await sql.query(`UPDATE app_user SET status = 'active' WHERE role = 'faculty'`);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('DELETE FROM timetable_entry');
  await database.sql.query('UPDATE timetable SET version = 1');
  await database.sql.query('UPDATE course SET deleted_at = NULL');
  await ask('DELETE /api/timetables/[id]/proposal');
  await database.sql.query('TRUNCATE outbox_event');
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, id, ...options });
const plan = async () => Plan.parse(await (await ask('GET /api/timetables/[id]')).json());
const accept = (version = 1) =>
  ask('POST /api/timetables/[id]/proposal/accept', { headers: { 'if-match': `"v${version}"` } });
async function propose() {
  expect((await ask('POST /api/timetables/[id]/proposal', { body: { seconds: 1 } })).status).toBe(202);
  return vi.waitUntil(
    async () => {
      const answer = await (await ask('GET /api/timetables/[id]/proposal')).json();
      const { proposal } = TimetableProposal.parse(answer);
      return proposal?.status === 'done' && proposal;
    },
    { timeout: 30_000, interval: 50 },
  );
}
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** A draft as the competition writes a timetable. */
const placementsOf = ({ entries }: Plan) =>
  entries.map(({ course, room, day_of_week, start_time }) => ({
    course: names.courses.get(course.id) ?? -1,
    room: names.rooms.get(room?.id ?? '') ?? -1,
    period: (day_of_week - 1) * instance.periodsPerDay + (minutes(start_time) - 8 * 60) / 60,
  }));
const writeOf = (entry: Plan['entries'][number], given: object) => ({
  course_id: entry.course.id,
  faculty_id: entry.faculty?.id ?? null,
  room_id: entry.room?.id ?? null,
  day_of_week: entry.day_of_week,
  start_time: entry.start_time,
  end_time: entry.end_time,
  ...given,
});

describe('a proposal of what courses need', () => {
  it('fills an empty draft as the imported problem demands, by the problem’s own checker', async () => {
    const empty = await plan();
    expect([empty.entries, empty.missing]).toEqual([[], LECTURES]);
    const proposal = await propose();
    expect(proposal).toMatchObject({ moved: 0, added: LECTURES, best: { violations: 0 } });

    const response = await accept();
    expect(AcceptedProposal.parse(await response.json())).toEqual({
      version: 2,
      moved: 0,
      added: LECTURES,
    });
    const after = await plan();
    expect([after.missing, after.timetable.version]).toEqual([0, 2]);
    expect(after.conflicts.filter(({ kind }) => kind !== 'capacity')).toEqual([]);
    // The checker judges what was imported, not what the proposal made of it.
    const check = checkTimetable(instance, placementsOf(after));
    expect(check.hard).toEqual({ lectures: 0, roomOccupancy: 0, conflicts: 0, availability: 0 });
    expect(check.penalty).toBe(proposal.best?.penalty);
    // Each is taught by the teacher of its course.
    expect(new Set(after.entries.map(({ course, faculty }) => `${course.id} ${faculty?.id}`)).size).toBe(6);
    const { rows } = await database.sql.query<{ type: string; published: boolean; count: number }>(
      `SELECT event_type AS type, (value::json -> 'payload' ->> 'is_published')::boolean AS published,
         count(*)::int AS count FROM outbox_event GROUP BY 1, 2`,
    );
    expect(rows).toEqual([{ type: 'ENTRY_ADDED', published: false, count: LECTURES }]);
  });

  it('adds what is missing, and takes what lies where its course cannot be taught away from there', async () => {
    await propose();
    await accept();
    const { entries } = await plan();
    const [gone, kept] = entries.filter(({ course }) => names.courses.get(course.id) === 0);
    if (!gone || !kept) throw new Error('nothing was added');
    // Wherever the proposal has put the others: none of them is in the way.
    const inTheWay = entries.filter((entry) => entry.day_of_week === 1 && entry.start_time === '08:00');
    const missing = [gone, ...inTheWay];
    for (const { entry_id } of missing) await ask('DELETE /api/timetables/entries/[id]', { id: entry_id });
    // c1 cannot be taught on Monday at 08:00, so not at 07:30 either when that lasts an hour.
    const wrong = { day_of_week: 1, start_time: '07:30', end_time: '08:30' };
    const put = await ask('PUT /api/timetables/entries/[id]', {
      id: kept.entry_id,
      body: writeOf(kept, wrong),
      headers: { 'if-match': `"v${kept.version}"` },
    });
    const conflict = {
      kind: 'unavailable',
      is_hard: true,
      who: kept.course.code,
      entry_ids: [kept.entry_id],
      courses: [kept.course.code],
    };
    expect(WrittenEntry.parse(await put.json()).conflicts).toMatchObject([{ ...conflict, ...wrong }]);
    const draft = await plan();
    expect(draft.conflicts.filter(({ is_hard }) => is_hard)).toMatchObject([conflict]);
    expect(draft.missing).toBe(missing.length);

    expect(await propose()).toMatchObject({ added: missing.length, best: { violations: 0 } });
    expect((await accept(draft.timetable.version)).status).toBe(200);
    const after = await plan();
    expect(after.conflicts.filter(({ is_hard }) => is_hard)).toEqual([]);
    expect(checkTimetable(instance, placementsOf(after)).violations).toBe(0);
  });

  it('is shown where it would be wrong before it is there, and is published with a reason alone', async () => {
    await propose();
    await accept();
    const { entries, timetable } = await plan();
    const entry = entries.find(({ course }) => names.courses.get(course.id) === 2);
    if (!entry) throw new Error('nothing was added');
    const at = (start_time: string, end_time: string) =>
      writeOf(entry, { room_id: null, faculty_id: null, day_of_week: 3, start_time, end_time });
    const preview = async (start: string, end: string) => {
      const body = { entry_id: entry.entry_id, entry: at(start, end) };
      const { conflicts } = await (await ask('POST /api/timetables/[id]/preview', { body })).json();
      return conflicts.filter(({ kind }: { kind: string }) => kind === 'unavailable');
    };
    // Not from 13:00 to 15:00: one that ends when that begins, or begins when it ends, is none of it.
    expect(await preview('12:00', '13:00')).toEqual([]);
    expect(await preview('15:00', '16:00')).toEqual([]);
    expect(await preview('14:59', '16:00')).toMatchObject([{ who: entry.course.code }]);
    await ask('PUT /api/timetables/entries/[id]', {
      id: entry.entry_id,
      body: at('13:00', '14:00'),
      headers: { 'if-match': `"v${entry.version}"` },
    });
    const publish = (body: object) =>
      ask('POST /api/timetables/[id]/publish', {
        body,
        headers: { 'if-match': `"v${timetable.version + 1}"` },
      });
    const refused = await publish({});
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'timetable.conflict', errors: [{ field: 'day_of_week', code: 'unavailable' }] },
    ]);
    expect((await publish({ reason: 'The teacher agreed' })).status).toBe(200);
  });

  it('is refused when a course it gives classes to has been deleted meanwhile; nothing is written', async () => {
    await propose();
    const [course] = names.courses.keys();
    await database.sql.query('UPDATE course SET deleted_at = now() WHERE id = $1', [course]);
    expect((await accept()).status).toBe(412);
    expect((await plan()).entries).toEqual([]);
    const { rows } = await database.sql.query('SELECT FROM outbox_event');
    expect(rows).toEqual([]);
  });
});
