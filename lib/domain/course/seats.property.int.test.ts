import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { dropStudent } from './drop-student';
import { enrollStudent } from './enroll-student';

const STUDENTS = 25;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let students: SignedIn[];

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 20 });
  students = [];
  for (let i = 0; i < STUDENTS; i += 1) {
    const { id, name } = await createUser(database.sql, { role: 'student' });
    students.push(signedIn(id, name));
  }
});
afterAll(() => database.drop());

const signedIn = (userId: string, name: string): SignedIn => ({
  ...{ userId, name, email: '', role: 'student', department: null, locale: null, timeZone: null },
  ...{ sessionId: '', expiresAt: new Date() },
});

interface Told {
  event_type: string;
  student_id: string;
  current_count: number;
  position?: number;
}

it('50 enrols and drops at once never oversell and serve the line in its order', async () => {
  const act = fc.record({ student: fc.nat(STUDENTS - 1), deed: fc.constantFrom('enroll', 'enroll', 'drop') });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(act, { minLength: 50, maxLength: 50 }),
      async (capacity, acts) => {
        const course = await createCourseRow(database.sql, { capacity });
        const unitOfWork = createUnitOfWork(database, () => undefined);
        await Promise.all(
          acts.map(({ student, deed }) => {
            const actor = students[student];
            if (!actor) throw new Error('no such student');
            const request = { actor, correlationId: '', courseId: course.id };
            const done =
              deed === 'enroll'
                ? enrollStudent(unitOfWork, { ...request, wish: {} })
                : dropStudent(unitOfWork, { ...request, wish: { reason: '' } });
            return done.catch((error: unknown) => {
              if (!(error instanceof DomainProblem)) throw error;
              expect(['enrollment.already', 'enrollment.not_enrolled']).toContain(error.code);
            });
          }),
        );
        await expectInOrder(course.id, capacity);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

/** The events in the order of their commits are played back by a plain line; they and the rows must agree with it. */
async function expectInOrder(courseId: string, capacity: number): Promise<void> {
  const { rows } = await database.sql.query<{ event_type: string; value: string }>(
    `SELECT event_type, value FROM outbox_event WHERE partition_key = $1 ORDER BY id`,
    [courseId],
  );
  const told = rows.map(({ event_type, value }): Told => ({ event_type, ...JSON.parse(value).payload }));
  const seated: string[] = [];
  const line: string[] = [];
  for (const event of told) {
    const { student_id } = event;
    if (event.event_type === 'STUDENT_ENROLLED') seated.push(student_id);
    if (event.event_type === 'WAITLIST_ADDED') {
      line.push(student_id);
      expect(event.position).toBe(line.length);
      expect(seated.length).toBe(capacity);
    }
    if (event.event_type === 'WAITLIST_PROMOTED') {
      expect(line.shift()).toBe(student_id);
      seated.push(student_id);
    }
    if (event.event_type === 'STUDENT_DROPPED')
      for (const list of [seated, line])
        if (list.includes(student_id)) list.splice(list.indexOf(student_id), 1);
    expect(seated.length).toBeLessThanOrEqual(capacity);
    expect(event.current_count).toBe(seated.length);
  }
  const now = await database.sql.query<{ student_id: string; status: string }>(
    `SELECT student_id, status FROM enrollment WHERE course_id = $1 AND status <> 'dropped' ORDER BY queue_no`,
    [courseId],
  );
  const ids = (status: string) =>
    now.rows.filter((row) => row.status === status).map((row) => row.student_id);
  expect(ids('enrolled').sort()).toEqual([...seated].sort());
  expect(ids('waitlisted')).toEqual(line);
  if (line.length > 0) expect(seated.length).toBe(capacity);
}
