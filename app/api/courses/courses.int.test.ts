import { afterAll, beforeAll, expect, it } from 'vitest';
import { expireOffer } from '@/lib/domain/course/answer-offer';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow, createTerm } from '@/tests/course-campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let faculty: TestUser;
let students: TestUser[];

beforeAll(async () => {
  database = await prepareWebServices();
  const departmentId = await createDepartment(database.sql, 'CS');
  admin = await createUser(database.sql, { role: 'admin' });
  faculty = await createUser(database.sql, { role: 'faculty', departmentId });
  students = [];
  for (let i = 0; i < 4; i += 1)
    students.push(await createUser(database.sql, { role: 'student', departmentId }));
});
afterAll(() => database.drop());

const one = (index: number): TestUser => {
  const student = students[index];
  if (!student) throw new Error('no such student');
  return student;
};
async function call(
  user: TestUser,
  route: string,
  id: string,
  body?: unknown,
  headers?: Record<string, string>,
) {
  const response = await callRoute(route, {
    cookie: user.cookie,
    id,
    ...(body === undefined ? {} : { body }),
    ...(headers ? { headers } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
const enroll = (user: TestUser, id: string, body: object = {}) =>
  call(user, 'POST /api/courses/[id]/enroll', id, body);
const drop = (user: TestUser, id: string, body: object = {}) =>
  call(user, 'POST /api/courses/[id]/drop', id, body);
const read = async (user: TestUser, id: string) => (await call(user, 'GET /api/courses/[id]', id)).body;
const eventsOf = async (id: string) =>
  (
    await database.sql.query<{ event_type: string }>(
      'SELECT event_type FROM outbox_event WHERE partition_key = $1 ORDER BY id',
      [id],
    )
  ).rows.map(({ event_type }) => event_type);

it('gives seats, then places in the line, and a seat that is free to who is first', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 1 });
  expect((await enroll(one(0), id)).body).toMatchObject({ taken: 1, own: { status: 'enrolled' } });
  expect((await enroll(one(1), id)).body.own).toMatchObject({ status: 'waitlisted', position: 1 });
  expect((await enroll(one(2), id)).body.own).toMatchObject({ status: 'waitlisted', position: 2 });
  expect((await drop(one(0), id)).body).toMatchObject({ taken: 1, waiting: 1, own: { status: 'dropped' } });
  expect((await read(one(1), id)).own).toMatchObject({ status: 'enrolled', position: null });
  expect((await read(one(2), id)).own).toMatchObject({ status: 'waitlisted', position: 1 });
  expect(await eventsOf(id)).toEqual([
    'STUDENT_ENROLLED',
    'WAITLIST_ADDED',
    'WAITLIST_ADDED',
    'STUDENT_DROPPED',
    'WAITLIST_PROMOTED',
  ]);
  const told = await database.sql.query<{ value: string }>(
    `SELECT value FROM outbox_event WHERE event_type = 'SEND_BULK' ORDER BY id DESC LIMIT 1`,
  );
  expect(JSON.parse(told.rows[0]?.value ?? '{}').payload.recipient_filter.user_ids).toEqual([one(1).id]);
});

it('refuses what is not right, by name', async () => {
  const { id, termId } = await createCourseRow(database.sql, { capacity: 5 });
  const code = async (answer: ReturnType<typeof enroll>) => (await answer).body.code;
  expect(await code(drop(one(0), id))).toBe('enrollment.not_enrolled');
  await enroll(one(0), id);
  expect(await code(enroll(one(0), id))).toBe('enrollment.already');
  expect(await code(enroll(admin, id, { student_id: faculty.id }))).toBe('enrollment.not_a_student');
  expect(await code(enroll(one(1), id, { student_id: one(2).id }))).toBe('auth.forbidden');
  expect(await code(drop(one(1), id, { student_id: one(0).id }))).toBe('auth.forbidden');
  await database.sql.query(
    `UPDATE term SET enrollment_closes_at = now() - interval '1 minute', drop_closes_at = now() - interval '1 minute' WHERE id = $1`,
    [termId],
  );
  expect(await code(enroll(one(1), id))).toBe('enrollment.closed');
  expect(await code(drop(one(0), id))).toBe('enrollment.closed');
  expect((await drop(admin, id, { student_id: one(0).id, reason: 'Moved' })).status).toBe(200);
  await call(admin, 'POST /api/courses/[id]/deactivate', id, { reason: 'Too few' });
  expect(await code(enroll(admin, id, { student_id: one(1).id }))).toBe('course.inactive');
  expect((await enroll(one(1), id)).status).toBe(409);
  expect((await call(admin, 'DELETE /api/courses/[id]', id)).status).toBe(204);
  expect((await enroll(one(1), id)).status).toBe(404);
  expect((await enroll(one(1), 'x')).status).toBe(404);
});

it('asks for what is to be completed before, unless an administrator says why not', async () => {
  const first = await createCourseRow(database.sql, { capacity: 5, facultyId: faculty.id });
  const second = await createCourseRow(database.sql, { capacity: 5, requires: first.subjectId });
  expect((await enroll(one(0), second.id)).body.code).toBe('enrollment.missing_prerequisite');
  const allowed = { student_id: one(1).id, override_reason: 'Completed elsewhere' };
  expect((await enroll(admin, second.id, allowed)).status).toBe(200);
  const { rows } = await database.sql.query(
    'SELECT override_reason, overridden_by FROM enrollment WHERE course_id = $1',
    [second.id],
  );
  expect(rows).toEqual([{ override_reason: 'Completed elsewhere', overridden_by: admin.id }]);
  await enroll(one(0), first.id);
  const grade = { student_id: one(0).id, outcome: 'completed', grade: 'A', grade_points: 9 };
  const other = await createUser(database.sql, { role: 'faculty' });
  expect((await call(other, 'POST /api/courses/[id]/grade', first.id, grade)).status).toBe(403);
  expect((await call(faculty, 'POST /api/courses/[id]/grade', first.id, grade)).status).toBe(200);
  expect((await enroll(one(0), second.id)).body.own.status).toBe('enrolled');
  expect(await eventsOf(first.id)).toContain('ENROLLMENT_COMPLETED');
  expect((await call(other, 'GET /api/courses/[id]/people', first.id)).status).toBe(403);
  expect((await call(faculty, 'GET /api/courses/[id]/people', first.id)).body.items).toMatchObject([
    { grade: 'A' },
  ]);
});

it('finds a class at the same time', async () => {
  const termId = await createTerm(database.sql);
  const courses = [
    await createCourseRow(database.sql, { capacity: 5, termId }),
    await createCourseRow(database.sql, { capacity: 5, termId }),
  ] as const;
  const { rows } = await database.sql.query<{ id: string }>(
    `INSERT INTO timetable (id, term_id, department_id) SELECT gen_random_uuid(), $1, id FROM department LIMIT 1 RETURNING id`,
    [termId],
  );
  for (const { id } of courses)
    await database.sql.query(
      `INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, day_of_week, start_minute, end_minute)
       VALUES (gen_random_uuid(), 'published', $1, $2, 2, 600, 690)`,
      [rows[0]?.id, id],
    );
  expect((await enroll(one(3), courses[0].id)).status).toBe(200);
  expect((await enroll(one(3), courses[1].id)).body).toMatchObject({ code: 'enrollment.clash', status: 409 });
});

it('holds an offered seat until it is taken, declined or over', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 1, offerHours: 24 });
  for (const student of students) await enroll(student, id);
  const answer = (user: TestUser, accept: boolean) =>
    call(user, 'POST /api/courses/[id]/offer', id, { accept });
  expect((await answer(one(1), true)).body.code).toBe('enrollment.no_offer');
  await drop(one(0), id);
  expect(await read(one(1), id)).toMatchObject({ taken: 1, waiting: 2, own: { status: 'offered' } });
  expect((await answer(one(1), false)).body.own.status).toBe('dropped');
  expect((await read(one(2), id)).own.status).toBe('offered');
  await database.sql.query(
    `UPDATE enrollment SET offer_expires_at = now() - interval '1 minute' WHERE course_id = $1 AND status = 'offered'`,
    [id],
  );
  const unitOfWork = createUnitOfWork(database, () => undefined);
  expect(await unitOfWork.run({ correlationId: '' }, expireOffer)).toBe(true);
  expect(await unitOfWork.run({ correlationId: '' }, expireOffer)).toBe(false);
  expect((await read(one(2), id)).own.status).toBe('dropped');
  expect((await answer(one(3), true)).body).toMatchObject({ taken: 1, own: { status: 'enrolled' } });
});

it('enrols a table in one go, or says by row what is wrong with it', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 1 });
  const load = (csv: string, dry_run: boolean) =>
    call(admin, 'POST /api/courses/[id]/enroll-csv', id, { csv, dry_run });
  const email = (index: number) => `${one(index).id}@test.example`;
  const good = `email\n${email(0)}\n${email(1)}\n`;
  expect((await load(good, true)).body).toMatchObject({
    written: false,
    rows: [{ outcome: 'enrolled' }, { outcome: 'waitlisted' }],
  });
  expect((await read(admin, id)).taken).toBe(0);
  const bad = await load(`${good}${email(0)}\nnobody@test.example\n`, false);
  expect(bad.body.written).toBe(false);
  expect(bad.body.rows.slice(2)).toMatchObject([
    { line: 4, problem: 'twice' },
    { line: 5, problem: 'unknown' },
  ]);
  expect((await read(admin, id)).taken).toBe(0);
  expect((await load('name\nx', false)).status).toBe(422);
  expect((await load('email\n"x', false)).status).toBe(422);
  expect((await load(good, false)).body.written).toBe(true);
  expect(await read(admin, id)).toMatchObject({ taken: 1, waiting: 1 });
});

it('tells of everything an administrator does with a course', async () => {
  const termId = await createTerm(database.sql);
  const subject = await callRoute('POST /api/subjects', {
    cookie: admin.cookie,
    body: { code: 'CS900', name: 'Compilers' },
  });
  const draft = {
    subject_id: (await subject.json()).id,
    term_id: termId,
    capacity: 1,
    faculty: [{ user_id: faculty.id, role: 'primary' }],
  };
  const created = await callRoute('POST /api/courses', { cookie: admin.cookie, body: draft });
  const { id, version } = await created.json();
  expect((await callRoute('POST /api/courses', { cookie: admin.cookie, body: draft })).status).toBe(409);
  expect((await call(one(0), 'GET /api/courses/[id]', id)).status).toBe(404);
  await call(admin, 'POST /api/courses/[id]/activate', id);
  await enroll(one(0), id);
  await enroll(one(1), id);
  const edit = (seen: number) =>
    call(admin, 'PATCH /api/courses/[id]', id, { capacity: 2, faculty: [] }, { 'if-match': `"v${seen}"` });
  expect((await edit(version)).status).toBe(412);
  expect((await edit(version + 1)).body).toMatchObject({ taken: 2, waiting: 0, faculty: [] });
  await call(admin, 'POST /api/courses/[id]/deactivate', id, { reason: 'x' });
  await call(admin, 'DELETE /api/courses/[id]', id);
  expect(await eventsOf(id)).toEqual([
    ...['COURSE_CREATED', 'FACULTY_ASSIGNED', 'COURSE_ACTIVATED', 'STUDENT_ENROLLED', 'WAITLIST_ADDED'],
    ...['COURSE_UPDATED', 'FACULTY_UNASSIGNED', 'WAITLIST_PROMOTED', 'COURSE_DEACTIVATED'],
    ...['STUDENT_DROPPED', 'STUDENT_DROPPED', 'COURSE_DELETED'],
  ]);
  const into = await createTerm(database.sql);
  const source = await createCourseRow(database.sql, { capacity: 3 });
  const copy = () => call(admin, 'POST /api/terms/[id]/copy', source.termId, { into_term_id: into });
  expect([(await copy()).body, (await copy()).body]).toEqual([
    { copied: 1, skipped: 0, written: true },
    { copied: 0, skipped: 1, written: true },
  ]);
});
