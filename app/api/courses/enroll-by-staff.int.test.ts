import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow, createTerm } from '@/tests/course-campus';
import { createEntry, createTimetable } from '@/tests/timetable-world';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let departmentId: string;
let admin: TestUser;
let faculty: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  departmentId = await createDepartment(database.sql, 'CS');
  admin = await createUser(database.sql, { role: 'admin', name: 'Asha Rao' });
  faculty = await createUser(database.sql, { role: 'faculty', departmentId, name: 'Tara' });
});
afterAll(() => database.drop());

const createStudent = () => createUser(database.sql, { role: 'student', departmentId });
const emailOf = ({ id }: TestUser) => `${id}@test.example`;
async function call(
  user: TestUser,
  route: string,
  id: string,
  given: { body?: object; query?: string } = {},
) {
  const response = await callRoute(route, { cookie: user.cookie, id, ...given });
  return { status: response.status, body: await response.json() };
}
const check = (id: string, student: { id: string }) =>
  call(admin, 'GET /api/courses/[id]/enrollment-check', id, { query: `?student_id=${student.id}` });
const enroll = (id: string, student: TestUser, more: object = {}) =>
  call(admin, 'POST /api/courses/[id]/enroll', id, { body: { student_id: student.id, ...more } });
const load = (id: string, body: object) => call(admin, 'POST /api/courses/[id]/enroll-csv', id, { body });
const read = async (id: string) => (await call(admin, 'GET /api/courses/[id]', id)).body;
const grade = (id: string, student: TestUser, more: object = {}) =>
  call(faculty, 'POST /api/courses/[id]/grade', id, {
    body: { student_id: student.id, outcome: 'completed', grade: 'A', grade_points: 9.5, ...more },
  });

/** What has been told of a course, with how many were told. */
async function toldOf(courseId: string) {
  const { rows } = await database.sql.query<{ title: string; count: number }>(
    `SELECT value::jsonb #>> '{payload,title}' AS title,
       jsonb_array_length(value::jsonb #> '{payload,recipient_filter,user_ids}') AS count
     FROM outbox_event WHERE event_type = 'SEND_BULK' AND value::jsonb #>> '{payload,action_url}' = $1 ORDER BY id`,
    [`/courses/${courseId}`],
  );
  return rows.map(({ title, count }) => `${title.replace(/^\S+: /, '')}: ${count}`);
}

it('says beforehand what stands between a student and a seat, all of it at once', async () => {
  const termId = await createTerm(database.sql);
  const first = await createCourseRow(database.sql, { capacity: 5, termId });
  const other = await createCourseRow(database.sql, { capacity: 5, termId });
  const wanted = await createCourseRow(database.sql, { capacity: 1, termId, requires: first.subjectId });
  const timetableId = await createTimetable(database.sql, termId, departmentId);
  for (const { id } of [other, wanted]) await createEntry(database.sql, { timetableId, courseId: id });
  const [free, bound] = [await createStudent(), await createStudent()];

  expect((await check(wanted.id, free)).body).toMatchObject({
    student: { id: free.id },
    standing: null,
    is_active: true,
    is_open: true,
    place: null,
    missing: [{ code: expect.stringMatching(/^S/) }],
    clashes: [],
  });
  expect((await enroll(other.id, bound)).status).toBe(200);
  expect((await enroll(wanted.id, free, { override_reason: 'Passed elsewhere' })).status).toBe(200);
  await database.sql.query(
    `UPDATE term SET enrollment_closes_at = now() - interval '1 minute' WHERE id = $1`,
    [termId],
  );
  const seen = (await check(wanted.id, bound)).body;
  expect(seen).toMatchObject({ is_open: false, place: 1, missing: [{}] });
  expect(seen.clashes).toMatchObject([{ day_of_week: 1, start_time: '10:00', end_time: '11:00' }]);
  // What is said beforehand is what is asked for then.
  expect((await enroll(wanted.id, bound)).status).toBe(409);
  const allowed = await enroll(wanted.id, bound, { override_reason: 'Both rooms are next to each other' });
  expect([allowed.status, allowed.body.waiting]).toEqual([200, 1]);
  expect((await check(wanted.id, bound)).body.standing).toBe('waitlisted');
  const people = (await call(admin, 'GET /api/courses/[id]/people', wanted.id)).body.items;
  expect(people.map((row: { override_reason: string }) => row.override_reason).sort()).toEqual([
    'Both rooms are next to each other',
    'Passed elsewhere',
  ]);
});

it('knows no such course, and nobody but active students', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 1 });
  const student = await createStudent();
  expect((await check('x', student)).status).toBe(404);
  expect((await check(randomUUID(), student)).status).toBe(404);
  for (const who of [faculty, { id: randomUUID() }])
    expect((await check(id, who)).body.code).toBe('enrollment.not_a_student');
  expect((await check(id, { id: 'nobody' })).status).toBe(422);
});

it('writes a table as its dry run showed it, or not at all, and tells who is in it', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 2 });
  const [first, second, between] = [await createStudent(), await createStudent(), await createStudent()];
  const csv = `name;email\nOne;${emailOf(first)}\nTwo;${emailOf(second)}\n`;
  const seen = (await load(id, { csv, dry_run: true })).body;
  expect(seen.rows.map((row: { outcome: string }) => row.outcome)).toEqual(['enrolled', 'enrolled']);
  expect((await enroll(id, between)).status).toBe(200);
  const late = (await load(id, { csv, dry_run: false, digest: seen.digest })).body;
  expect(late.written).toBe(false);
  expect(late.rows.map((row: { outcome: string }) => row.outcome)).toEqual(['enrolled', 'waitlisted']);
  expect(await read(id)).toMatchObject({ taken: 1, waiting: 0 });
  expect(await toldOf(id)).toEqual(['you are enrolled: 1']);
  expect((await load(id, { csv, dry_run: false, digest: late.digest })).body.written).toBe(true);
  expect(await read(id)).toMatchObject({ taken: 2, waiting: 1 });
  expect((await toldOf(id)).slice(1).sort()).toEqual(['you are enrolled: 1', 'you stand in the line: 1']);
});

it('tells a student of a grade once, and the audit what it was before', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 2, facultyId: faculty.id });
  const student = await createStudent();
  await enroll(id, student);
  await grade(id, student);
  await grade(id, student);
  expect((await toldOf(id)).slice(1)).toEqual(['completed, A: 1']);
  expect((await grade(id, student, { outcome: 'failed', grade: 'F', grade_points: 0 })).status).toBe(200);
  expect((await toldOf(id)).slice(2)).toEqual(['not passed, F: 1']);
  const { rows } = await database.sql.query<{ change: string }>(
    `SELECT concat(detail #>> '{before,grade}', '>', detail #>> '{after,grade}') AS change
     FROM audit_entry WHERE subject_id = $1 AND action = 'enrollment.graded' ORDER BY id`,
    [id],
  );
  expect(rows.map(({ change }) => change)).toEqual(['>A', 'A>F']);
  const { items } = (await call(faculty, 'GET /api/courses/[id]/people', id)).body;
  expect(items).toMatchObject([{ status: 'failed', grade: 'F', grade_points: 0 }]);
});
