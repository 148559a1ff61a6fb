import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE as timeZone } from '@/tests/attendance-course';
import { createDepartment, createUser } from '@/tests/campus';
import { openSession } from './open-session';
import { rosterAt } from './roster-at';
import { saveMarks } from './save-marks';

const STUDENTS = 4;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let teacher: Author;
let students: string[];
let entryId = '';

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 12 });
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  const faculty = await createUser(sql, { role: 'faculty' });
  teacher = await createAuthor(database, faculty);
  students = [];
  for (let at = 0; at < STUDENTS; at += 1)
    students.push((await createUser(sql, { role: 'student', name: `Student ${at}` })).id);
  ({ entryId } = await createAttendanceCourse(sql, {
    ...{ departmentId, code: 'CS204', students, faculty: [faculty.id], last: 'yesterday' },
  }));
});
afterAll(() => database.drop());

const request = () => ({ actor: teacher.actor, correlationId: randomUUID(), timeZone });
const status = fc.constantFrom('present', 'late', 'excused', 'absent', null);
const save = fc.uniqueArray(fc.record({ student: fc.nat(STUDENTS - 1), status }), {
  selector: ({ student }) => student,
  minLength: 1,
});

interface Logged {
  student_id: string;
  status: string | null;
  changed_at: Date;
}

it('the record of any instant is the log replayed until then, and the last one is the marks as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(save, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      async (rounds) => {
        await database.sql.query('TRUNCATE attendance_session CASCADE');
        const wanted = { entry_id: entryId, day: daysAgo(1) };
        const id = (await openSession(teacher.unitOfWork, { ...request(), wanted })).id ?? '';
        // Those of a round are saved at the same moment: they wait for each other.
        for (const round of rounds)
          await Promise.all(
            round.map((marks) =>
              saveMarks(teacher.unitOfWork, {
                ...request(),
                id,
                given: {
                  reason: '',
                  marks: marks.map((mark) => ({
                    ...{ student_id: students[mark.student] ?? '', status: mark.status, custom_code: '' },
                  })),
                },
              }),
            ),
          );
        const { rows: log } = await database.sql.query<Logged>(
          'SELECT student_id, status, changed_at FROM attendance_change WHERE session_id = $1 ORDER BY seq',
          [id],
        );
        const times = log.map(({ changed_at }) => changed_at.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const instants = new Set([0, ...times.flatMap((time) => [time - 1, time]), Date.now() + 60_000]);
        for (const instant of instants)
          expect([instant, await statusesAt(id, instant)]).toEqual([instant, replay(log, instant)]);
        const { rows: marks } = await database.sql.query<{ student_id: string; status: string }>(
          'SELECT student_id, status FROM attendance_mark WHERE session_id = $1',
          [id],
        );
        const now = new Map(marks.map((mark) => [mark.student_id, mark.status]));
        expect(replay(log, Number.POSITIVE_INFINITY)).toEqual(students.map((each) => now.get(each) ?? null));
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

async function statusesAt(id: string, instant: number): Promise<(string | null)[]> {
  const at = new Date(instant).toISOString();
  const record = await rosterAt(database.sql, teacher.actor, { id, at });
  return students.map((each) => record.students.find((student) => student.id === each)?.status ?? null);
}

/** Change by change, as they were made. */
function replay(log: readonly Logged[], until: number): (string | null)[] {
  const state = new Map<string, string | null>();
  for (const { student_id, status: becomes, changed_at } of log)
    if (changed_at.getTime() <= until) state.set(student_id, becomes);
  return students.map((each) => state.get(each) ?? null);
}
