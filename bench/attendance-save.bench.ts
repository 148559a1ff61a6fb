import { openSession } from '@/lib/domain/attendance/open-session';
import { saveMarks } from '@/lib/domain/attendance/save-marks';
import { totalsOf } from '@/lib/domain/attendance/update-totals';
import type { Database } from '@/lib/infra/db/database';
import { prepared } from '@/lib/infra/db/sql';
import { createAuthor } from '@/tests/announce';
import { daysAgo, TIME_ZONE as timeZone } from '@/tests/attendance-course';
import { type AttendanceCampus, createAttendanceCampus } from './attendance-campus';
import type { Bench } from './bench';
import { inTurns, timed } from './rounds';

const STUDENTS = 60;
/** Classes that were held before: the numbers are made of all of them. */
const HELD_BEFORE = 30;
const ROUNDS = 41;
const TARGET = 2;

const bench: Bench = {
  about: `A teacher saves the roster of a class of ${STUDENTS}, whose students have ${HELD_BEFORE} classes behind them: access, rules and enrolments are checked, and the marks, their log, the numbers of all ${STUDENTS} and the event are written in one transaction. Baseline: one bare transaction that writes the same marks, log and numbers by three statements, and checks nothing and tells nobody. Each round starts with the class unmarked; median of ${ROUNDS} rounds each, in turns.`,
  async run(world) {
    const database = await world.openDatabase();
    const campus = await createAttendanceCampus(database, STUDENTS);
    await holdClasses(database, campus);
    const author = await createAuthor(database, campus.faculty);
    const request = { actor: author.actor, correlationId: 'bench', timeZone };
    const wanted = { entry_id: campus.entryId, day: daysAgo(0) };
    const { id } = await openSession(author.unitOfWork, { ...request, wanted });
    if (id === null) throw new Error('the class could not be opened');
    const marks = campus.students.map((student_id, index) => ({
      student_id,
      status: index % 6 === 0 ? ('absent' as const) : ('present' as const),
      custom_code: '',
    }));
    const seconds = await inTurns(ROUNDS, {
      ours: async () => {
        await clear(database, id);
        return timed(async () => {
          const saved = await saveMarks(author.unitOfWork, { ...request, id, given: { marks, reason: '' } });
          if (saved.marks.length !== STUDENTS) throw new Error(`${saved.marks.length} marks were saved`);
        });
      },
      baseline: async () => {
        await clear(database, id);
        return timed(() => writeBare(database, campus, { id, statuses: marks.map(({ status }) => status) }));
      },
    });
    const ratio = seconds.ours / seconds.baseline;
    const ms = (value: number) => `${(value * 1_000).toFixed(1)} ms`;
    return [
      {
        what: `save of a roster of ${STUDENTS}`,
        ours: ms(seconds.ours),
        baseline: ms(seconds.baseline),
        ratio,
        target: `at most ${TARGET} x the baseline`,
        met: ratio <= TARGET,
      },
    ];
  },
};
export default bench;

async function holdClasses(database: Database, { courseId, students }: AttendanceCampus): Promise<void> {
  await database.sql.query(
    `INSERT INTO attendance_session (id, course_id, day, held_on, start_minute, end_minute, state)
     SELECT gen_random_uuid(), $1, current_date - day, current_date - day, 600, 660, 'closed'
     FROM generate_series(1, $2) AS day`,
    [courseId, HELD_BEFORE],
  );
  await database.sql.query(
    `INSERT INTO attendance_mark (session_id, student_id, course_id, status, points)
     SELECT session.id, student.id, $1, 'present', 1
     FROM attendance_session AS session, unnest($2::uuid[]) AS student (id)`,
    [courseId, students],
  );
  await database.sql.query('ANALYZE attendance_mark');
}

async function clear(database: Database, sessionId: string): Promise<void> {
  await database.sql.query('DELETE FROM attendance_mark WHERE session_id = $1', [sessionId]);
  // Not TRUNCATE: every statement about the tables would be planned anew, and only ours has several.
  await database.sql.query('DELETE FROM attendance_change WHERE session_id = $1', [sessionId]);
  await database.sql.query('DELETE FROM outbox_event');
  await database.sql.query('UPDATE attendance_total SET counted = 0');
}

async function writeBare(
  database: Database,
  { courseId, students }: AttendanceCampus,
  { id, statuses }: { id: string; statuses: readonly string[] },
): Promise<void> {
  await database.transaction(async (tx) => {
    const values = [id, courseId, students, statuses];
    await tx.query(BARE_MARKS, values);
    await tx.query(BARE_LOG, values);
    await tx.query(BARE_TOTALS, [courseId]);
  });
}

const BARE_MARKS = prepared(`
  INSERT INTO attendance_mark (session_id, student_id, course_id, status, points)
  SELECT $1, student, $2, status, CASE status WHEN 'absent' THEN 0 ELSE 1 END
  FROM unnest($3::uuid[], $4::attendance_status[]) AS mark (student, status)`);
const BARE_LOG = prepared(`
  INSERT INTO attendance_change (session_id, student_id, course_id, status, points, source)
  SELECT $1, student, $2, status, CASE status WHEN 'absent' THEN 0 ELSE 1 END, 'roster'
  FROM unnest($3::uuid[], $4::attendance_status[]) AS mark (student, status)`);
const BARE_TOTALS = prepared(`
  INSERT INTO attendance_total (course_id, student_id, present, late, excused, absent, counted, points, absent_in_row)
  ${totalsOf('SELECT course_id, student_id, session_id, status, points FROM attendance_mark WHERE course_id = $1')}
  ON CONFLICT (course_id, student_id) DO UPDATE SET present = excluded.present, absent = excluded.absent,
    counted = excluded.counted, points = excluded.points, absent_in_row = excluded.absent_in_row`);
