import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createAuthor } from '@/tests/announce';
import { TIME_ZONE } from '@/tests/attendance-course';
import { type AttendanceWorld, createAttendanceWorld } from '@/tests/attendance-world';
import { createUser, type TestUser } from '@/tests/campus';
import { readCourseNumbers, readSummary } from './read-numbers';
import { readStanding } from './read-standing';
import { readStudentCourse } from './read-student-course';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: AttendanceWorld;
let other: AttendanceWorld;
let ada: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createAttendanceWorld(database, { code: 'CS204', students: ['Ada', 'Ben'] });
  ada = world.students[0] ?? world.faculty;
  other = await createAttendanceWorld(database, { code: 'MA101', students: [ada] });
  admin = await createUser(database.sql, { role: 'admin' });
  // Three classes of ten: present, absent, excused; Ben has none in the last.
  await world.mark(3, { 0: 'present', 1: 'present' });
  await world.mark(2, { 0: 'absent', 1: 'late' });
  await world.mark(1, { 0: 'excused' });
  await other.mark(1, { 0: 'absent' });
});
afterAll(() => database.drop());

const actorOf = async (user: TestUser) => (await createAuthor(database, user)).actor;
const standing = async (user: TestUser, studentId = ada.id) =>
  readStanding(database.sql, await actorOf(user), { studentId, timeZone: TIME_ZONE });

it('says where a student stands in each course', async () => {
  const { courses, goal } = await standing(ada);
  expect(goal).toEqual({ warning_percentage: 75, critical_percentage: 65, minimum_sessions: 4 });
  expect(courses.map(({ course, counted, percentage }) => [course.code, counted, percentage])).toEqual([
    ['CS204', 2, 50],
    ['MA101', 1, 0],
  ]);
  // Eleven to come with that of today: (1 + 11) of 13.
  expect(courses[0]).toMatchObject({
    ...{ present: 1, absent: 1, excused: 1, late: 0, points: 1 },
    ...{ remaining: 11, best_percentage: 92.3, can_miss: 2, level: 'fine', trend: [100, 50], alerts: [] },
  });
});

it('counts the class of today as one to come until the student has a mark in it', async () => {
  await other.mark(0, { 0: 'present' });
  const { courses } = await standing(ada);
  expect(courses[1]).toMatchObject({ counted: 2, remaining: 10, percentage: 50 });
});

it('shows each class with its mark, newest first; what was not marked is unmarked', async () => {
  const [, ben] = world.students;
  const asked = { studentId: ben?.id ?? '', courseId: world.courseId, timeZone: TIME_ZONE };
  const { classes, standing: own } = await readStudentCourse(
    database.sql,
    await actorOf(world.faculty),
    asked,
  );
  expect(classes.map(({ status }) => status)).toEqual([null, 'late', 'present']);
  expect(own).toMatchObject({ counted: 2, percentage: 100 });
});

it('is for the student, who teaches them, who advises them, and administrators', async () => {
  expect((await standing(admin)).courses).toHaveLength(2);
  // Each teacher sees the own course alone.
  expect((await standing(world.faculty)).courses.map(({ course }) => course.code)).toEqual(['CS204']);
  const stranger = await createUser(database.sql, { role: 'faculty' });
  const missing = { code: 'resource.not_found' };
  await expect(standing(stranger)).rejects.toMatchObject(missing);
  await expect(standing(world.students[1] ?? ada)).rejects.toMatchObject(missing);
  await expect(standing(ada, 'nobody')).rejects.toMatchObject(missing);
  await expect(standing(admin, stranger.id)).rejects.toMatchObject(missing);
  await database.sql.query('UPDATE app_user SET advisor_id = $2 WHERE id = $1', [ada.id, stranger.id]);
  expect((await standing(stranger)).courses).toHaveLength(2);
});

it('gives the numbers of a course to its faculty and administrators', async () => {
  const numbers = await readCourseNumbers(database.sql, await actorOf(world.faculty), {
    courseId: world.courseId,
    timeZone: TIME_ZONE,
  });
  expect(numbers.percentage).toBe(75);
  expect(numbers.students.map(({ student, percentage }) => [student.name, percentage])).toEqual([
    ['Ada', 50],
    ['Ben', 100],
  ]);
  expect(
    numbers.classes.map(({ present, late, absent, percentage }) => [present, late, absent, percentage]),
  ).toEqual([
    [2, 0, 0, 100],
    [0, 1, 1, 50],
    [0, 0, 0, null],
  ]);
  for (const [user, code] of [
    [other.faculty, 'auth.forbidden'],
    [ada, 'auth.forbidden'],
  ] as const)
    await expect(
      readCourseNumbers(database.sql, await actorOf(user), { courseId: world.courseId, timeZone: TIME_ZONE }),
    ).rejects.toMatchObject({ code });
});

it('sums up a term, or a department of it, for administrators', async () => {
  const summary = async (user: TestUser, query = {}) =>
    readSummary(database.sql, await actorOf(user), { ...query, timeZone: TIME_ZONE });
  const all = await summary(admin, { term_id: world.termId });
  expect(all.courses).toMatchObject([
    {
      ...{ course: { code: 'CS204' }, department: { code: 'CS204' }, students: 2, classes: 3 },
      ...{ percentage: 75, below_warning: 0, below_critical: 0 },
    },
  ]);
  expect(
    (await summary(admin, { term_id: world.termId, department_id: other.departmentId })).courses,
  ).toEqual([]);
  expect((await summary(admin)).term.id).toBeTruthy();
  await expect(summary(world.faculty)).rejects.toMatchObject({ code: 'auth.forbidden' });
});

it('leaves out a course that one is through, where nobody took the attendance', async () => {
  const third = await createAttendanceWorld(database, { code: 'PH110', students: [ada] });
  const codes = async () => (await standing(ada)).courses.map(({ course }) => course.code).sort();
  expect(await codes()).toEqual(['CS204', 'MA101', 'PH110']);
  await database.sql.query(
    "UPDATE enrollment SET status = 'completed' WHERE student_id = $1 AND course_id = ANY ($2::uuid[])",
    [ada.id, [third.courseId, world.courseId]],
  );
  expect(await codes()).toEqual(['CS204', 'MA101']);
});
