import { setTimeout as pause } from 'node:timers/promises';
import { openSession as openRoster } from '@/lib/domain/attendance/open-session';
import { saveMarks } from '@/lib/domain/attendance/save-marks';
import type { Database } from '@/lib/infra/db/database';
import { createAuthor } from '@/tests/announce';
import { daysAgo, TIME_ZONE as timeZone } from '@/tests/attendance-course';
import { openSession } from '@/tests/campus';
import { type AttendanceCampus, createAttendanceCampus } from './attendance-campus';
import type { Bench } from './bench';
import { connectSockets } from './connect-sockets';
import { startProductionBff } from './production-bff';
import { quantile } from './rounds';

const CONNECTED = 500;
const WARM_UP = 20;
const SAMPLES = 200;
const P50_MS = 30;
const P95_MS = 1_000;

const bench: Bench = {
  about: `A teacher marks a student absent, and with that the student falls below the line, while ${CONNECTED} students of the course are connected: from the moment the save has committed (in a process of its own, as the web server is) until the student's socket has the notification that becomes the toast. On the way are the relay, the judgement of the numbers with its notification, the relay again, and the push. Embedded log, bundled BFF. ${SAMPLES} students, one at a time. There is nothing to compare it with.`,
  async run(world) {
    const database = await world.openDatabase();
    const campus = await createAttendanceCampus(database, CONNECTED);
    await holdClasses(database, campus);
    const author = await createAuthor(database, campus.faculty);
    const request = { actor: author.actor, correlationId: 'bench', timeZone };
    const { id } = await openRoster(author.unitOfWork, {
      ...request,
      wanted: { entry_id: campus.entryId, day: daysAgo(0) },
    });
    if (id === null) throw new Error('the class could not be opened');
    const bff = await startProductionBff(world, { databaseUrl: database.url, brokers: null });
    const cookies: string[] = [];
    for (const student of campus.students) cookies.push((await openSession(database.sql, student)).cookie);
    const sockets = await connectSockets(world, bff.origin, cookies);
    let strangers = 0;
    const taken: number[] = [];
    for (let nth = 0; nth < WARM_UP + SAMPLES; nth += 1) {
      const [student_id = '', socket] = [campus.students[nth], sockets[nth]];
      const seen = new Promise<number>((resolve) =>
        socket?.once('notification:created', () => resolve(performance.now())),
      );
      const next = sockets[nth + 1];
      const count = () => (strangers += 1);
      next?.once('notification:created', count);
      const marks = [{ student_id, status: 'absent' as const, custom_code: '' }];
      await saveMarks(author.unitOfWork, { ...request, id, given: { marks, reason: '' } });
      const committed = performance.now();
      const ms = Math.max(0, (await seen) - committed);
      next?.off('notification:created', count);
      if (nth >= WARM_UP) taken.push(ms);
      // Of different lengths, so that no alert always meets the same moment of a poll.
      await pause(25 + (nth % 17));
    }
    if (strangers > 0) throw new Error(`${strangers} classmates were told`);
    const row = (share: number, most: number) => {
      const ms = quantile(taken, share);
      return {
        what: `save -> student's toast, ${CONNECTED} connected, p${share * 100}`,
        ours: `${ms.toFixed(1)} ms`,
        baseline: '',
        ratio: null,
        target: `at most ${most} ms`,
        met: ms <= most,
      };
    };
    return [row(0.5, P50_MS), row(0.95, P95_MS)];
  },
};
export default bench;

/** Four classes of which everybody has missed one: on the line of 75 %, so that the next absence crosses it. */
async function holdClasses(database: Database, { courseId, students }: AttendanceCampus): Promise<void> {
  await database.sql.query(
    `INSERT INTO attendance_session (id, course_id, day, held_on, start_minute, end_minute, state)
     SELECT gen_random_uuid(), $1, current_date - day, current_date - day, 600, 660, 'closed'
     FROM generate_series(1, 4) AS day`,
    [courseId],
  );
  await database.sql.query(
    `INSERT INTO attendance_mark (session_id, student_id, course_id, status, points)
     SELECT session.id, student.id, $1, CASE WHEN held_on = current_date - 4 THEN 'absent' ELSE 'present' END::attendance_status,
       CASE WHEN held_on = current_date - 4 THEN 0 ELSE 1 END
     FROM attendance_session AS session, unnest($2::uuid[]) AS student (id)`,
    [courseId, students],
  );
}
