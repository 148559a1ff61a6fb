import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '@/lib/contracts/http/me';
import { roomsOfAudience, roomsOfCourses, roomsOfSession } from '@/lib/contracts/pushes/rooms';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { coursesOfUser } from '../course/queries';
import type { Audience } from './audience';
import { fanOutNotification } from './fan-out';
import { countRecipients } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let cs: string;
let me: string;
let suspended: TestUser;
let student: TestUser;
let sitting: TestUser;
let teacher: TestUser;
let course: string;
let otherCourse: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  [cs, me] = [await createDepartment(sql, 'CS'), await createDepartment(sql, 'ME')];
  student = await createUser(sql, { role: 'student', departmentId: cs });
  await createUser(sql, { role: 'student', departmentId: cs });
  sitting = await createUser(sql, { role: 'student', departmentId: me });
  teacher = await createUser(sql, { role: 'faculty', departmentId: me });
  await createUser(sql, { role: 'admin' });
  suspended = await createUser(sql, { role: 'student', departmentId: cs });
  await sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [suspended.id]);
});
afterAll(() => database.drop());

/** A student of CS who dropped, one who waits and one suspended; one of ME with a seat, and the teacher of ME. */
beforeAll(async () => {
  const { sql } = database;
  course = (await createCourseRow(sql, { capacity: 9, facultyId: teacher.id })).id;
  otherCourse = (await createCourseRow(sql, { capacity: 9, facultyId: teacher.id })).id;
  const waiting = await createUser(sql, { role: 'student', departmentId: cs });
  for (const [user, status] of [
    [sitting.id, 'enrolled'],
    [suspended.id, 'enrolled'],
    [student.id, 'dropped'],
    [waiting.id, 'waitlisted'],
  ])
    await sql.query(
      'INSERT INTO enrollment (id, course_id, student_id, status) VALUES ($1, $2, $3, $4::enrollment_status)',
      [randomUUID(), course, user, status],
    );
});

const nobody = { role_names: [], department_ids: [], course_ids: [], user_ids: [] };

it.each<[string, () => Audience, number]>([
  ['everyone', () => ({ ...nobody, target_audience: 'all' }), 6],
  ['students', () => ({ ...nobody, target_audience: 'role', role_names: ['student'] }), 4],
  ['two roles', () => ({ ...nobody, target_audience: 'role', role_names: ['faculty', 'admin'] }), 2],
  ['a department', () => ({ ...nobody, target_audience: 'department', department_ids: [cs] }), 3],
  ['departments', () => ({ ...nobody, target_audience: 'department', department_ids: [cs, me] }), 5],
  ['people', () => ({ ...nobody, target_audience: 'users', user_ids: [student.id, suspended.id] }), 1],
  [
    'the students of a department, and a person besides',
    () => ({
      target_audience: 'combined',
      role_names: ['student'],
      department_ids: [me],
      course_ids: [],
      user_ids: [student.id, suspended.id],
    }),
    2,
  ],
  [
    'roles anywhere, combined',
    () => ({ ...nobody, target_audience: 'combined', role_names: ['faculty', 'admin'] }),
    2,
  ],
  ['a course', () => ({ ...nobody, target_audience: 'course', course_ids: [course] }), 2],
  ['courses', () => ({ ...nobody, target_audience: 'course', course_ids: [course, otherCourse] }), 2],
  [
    'the students of a course',
    () => ({ ...nobody, target_audience: 'combined', role_names: ['student'], course_ids: [course] }),
    1,
  ],
  [
    'a course in a department where nobody of it is, and a person besides',
    () => ({
      ...nobody,
      target_audience: 'combined',
      department_ids: [cs],
      course_ids: [course],
      user_ids: [student.id],
    }),
    1,
  ],
  ['nobody, combined', () => ({ ...nobody, target_audience: 'combined' }), 0],
  ['lists of another audience', () => ({ ...nobody, target_audience: 'role', department_ids: [cs] }), 0],
])('counts %s as the fan-out writes them, the suspended left out', async (_who, audienceOf, expected) => {
  const audience = audienceOf();
  expect(await countRecipients(database.sql, audience)).toBe(expected);
  expect(await write(audience)).toBe(expected);
});

const some = <T>(pick: readonly (() => T)[]) =>
  fc.subarray([...pick]).map((chosen) => chosen.map((each) => each()));

it('counts any audience as many as it writes rows, and finds exactly those by the rule of the rooms', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Audience['target_audience'][]>(
        'all',
        'role',
        'department',
        'course',
        'users',
        'combined',
      ),
      fc.subarray<Role>(['student', 'faculty', 'admin']),
      some([() => cs, () => me]),
      some([() => course, () => otherCourse]),
      some([() => student.id, () => suspended.id, () => teacher.id]),
      async (target_audience, role_names, department_ids, course_ids, user_ids) => {
        const audience = { target_audience, role_names, department_ids, course_ids, user_ids };
        const count = await countRecipients(database.sql, audience);
        expect(await write(audience)).toBe(count);
        expect(await reachedByRooms(audience)).toBe(count);
      },
    ),
    { numRuns: 60 },
  );
});

/** How many active people stand in one of the rooms that a push to the audience goes to. */
async function reachedByRooms(audience: Audience): Promise<number> {
  const rooms = new Set<string>(roomsOfAudience(audience));
  const { rows } = await database.sql.query<{ id: string; role: Role; department_id: string | null }>(
    `SELECT id, role, department_id FROM app_user WHERE status = 'active'`,
  );
  const isIn = await Promise.all(
    rows.map(async ({ id, role, department_id }) => {
      const session = {
        userId: id,
        sessionId: id,
        role,
        department: department_id ? { id: department_id } : null,
      };
      const courses = await coursesOfUser(database.sql, id);
      return [...roomsOfSession(session), ...roomsOfCourses(courses, session)].some((room) =>
        rooms.has(room),
      );
    }),
  );
  return isIn.filter(Boolean).length;
}

async function write(audience: Audience): Promise<number | null> {
  return createUnitOfWork(database, () => undefined).run({ correlationId: 'test' }, (tx) =>
    fanOutNotification(tx, {
      sourceEventId: randomUUID(),
      kind: 'announcement',
      title: 'Title',
      message: 'Text',
      priority: 'normal',
      actionUrl: '',
      correlationId: 'test',
      audience,
    }),
  );
}
