import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow, createTerm } from '@/tests/course-campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let departmentId: string;

beforeAll(async () => {
  database = await prepareWebServices();
  departmentId = await createDepartment(database.sql, 'CS');
  admin = await createUser(database.sql, { role: 'admin', name: 'Ada' });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE outbox_event');
});

async function call(route: string, sent: { id?: string; body?: unknown; version?: number; query?: string }) {
  const { id, body, version, query } = sent;
  const response = await callRoute(route, {
    cookie: admin.cookie,
    ...(id === undefined ? {} : { id }),
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query }),
    ...(version === undefined ? {} : { headers: { 'if-match': `"v${version}"` } }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
let count = 0;
const newCode = () => `N${++count}`;
const addSubject = async (more: object = {}) =>
  (await call('POST /api/subjects', { body: { code: newCode(), name: 'Subject', ...more } })).body;
const putSubject = (subject: { id: string; code: string; version: number }, more: object) =>
  call('PUT /api/subjects/[id]', {
    id: subject.id,
    version: subject.version,
    body: { code: subject.code, name: 'Subject', ...more },
  });
const days = { academic_year: 2031, starts_on: '2031-03-03', ends_on: '2031-06-29' };
const addTerm = async (more: object = {}) =>
  (await call('POST /api/terms', { body: { code: newCode(), name: 'Spring', ...days, ...more } })).body;
const events = async (type: string) =>
  (
    await database.sql.query<{ payload: Record<string, unknown> }>(
      `SELECT value::jsonb -> 'payload' AS payload FROM outbox_event WHERE event_type = $1 ORDER BY id`,
      [type],
    )
  ).rows.map(({ payload }) => payload);

it('an edit of a subject names its version; who is late is given the current one', async () => {
  const subject = await addSubject();
  expect((await call('PUT /api/subjects/[id]', { id: subject.id, body: subject })).status).toBe(428);
  const edited = await putSubject(subject, { name: 'Theirs' });
  expect(edited.body).toMatchObject({ name: 'Theirs', version: 2 });
  expect(await putSubject(subject, { name: 'Mine' })).toMatchObject({
    status: 412,
    body: { code: 'precondition.failed', current: { name: 'Theirs', version: 2 } },
  });
  const late = await call('DELETE /api/subjects/[id]', { id: subject.id, version: 1 });
  expect(late.status).toBe(412);
});

it('refuses a code in use, an unknown department, and prerequisites that need each other', async () => {
  const [first, second, third] = [await addSubject(), await addSubject(), await addSubject()];
  expect((await putSubject(first, { code: second.code })).body.code).toBe('catalogue.code_taken');
  const wrong = async (answer: ReturnType<typeof putSubject>) => (await answer).body.errors[0];
  const unknown = { department_id: '00000000-0000-4000-8000-000000000000' };
  expect(await wrong(putSubject(first, unknown))).toMatchObject({ field: 'department_id', code: 'unknown' });
  expect(await wrong(putSubject(first, { prerequisite_ids: [first.id] }))).toMatchObject({
    field: 'prerequisite_ids',
    code: 'circle',
  });
  await putSubject(first, { prerequisite_ids: [second.id] });
  await putSubject(second, { prerequisite_ids: [third.id] });
  expect(await wrong(putSubject(third, { prerequisite_ids: [first.id] }))).toMatchObject({ code: 'circle' });
});

it('of two who make two subjects need each other at once one is refused', async () => {
  const [first, second] = [await addSubject(), await addSubject()];
  const statuses = await Promise.all([
    putSubject(first, { prerequisite_ids: [second.id] }),
    putSubject(second, { prerequisite_ids: [first.id] }),
  ]);
  expect(statuses.map(({ status }) => status).sort()).toEqual([200, 422]);
});

it('a subject with another name tells it by each of its courses', async () => {
  const { id, subjectId } = await createCourseRow(database.sql, { capacity: 1 });
  const { items } = (await call('GET /api/subjects', { query: '?limit=100' })).body;
  const subject = items.find((each: { id: string }) => each.id === subjectId);
  expect(subject.course_count).toBe(1);
  const same = await putSubject(subject, { name: subject.name, credits: subject.credits });
  expect(await events('COURSE_UPDATED')).toEqual([]);
  await putSubject(same.body, { name: 'Compilers', credits: subject.credits });
  expect(await events('COURSE_UPDATED')).toMatchObject([
    {
      course_id: id,
      course_name: 'Compilers',
      changes: { course_name: { old_value: subject.name, new_value: 'Compilers' } },
    },
  ]);
});

it('takes away a subject that nothing needs, and says what needs another', async () => {
  const [needed, subject] = [await addSubject(), await addSubject()];
  await putSubject(subject, { prerequisite_ids: [needed.id] });
  const remove = (id: string) => call('DELETE /api/subjects/[id]', { id });
  expect(await remove(needed.id)).toMatchObject({
    status: 409,
    body: { code: 'catalogue.in_use', current: { courses: 0, subjects: 1 } },
  });
  const course = await createCourseRow(database.sql, { capacity: 1 });
  await call('DELETE /api/courses/[id]', { id: course.id });
  expect((await remove(course.subjectId)).body.current).toMatchObject({ courses: 1, subjects: 0 });
  expect((await remove(subject.id)).status).toBe(204);
  expect((await remove(needed.id)).status).toBe(204);
  expect((await remove(needed.id)).status).toBe(404);
});

it('an edit of a term names its version, and leaves no holiday outside', async () => {
  const term = await addTerm();
  const put = (version: number, more: object) =>
    call('PUT /api/terms/[id]', {
      id: term.id,
      version,
      body: { code: term.code, name: 'Spring', ...days, ...more },
    });
  expect((await put(1, { name: 'Theirs' })).body).toMatchObject({ name: 'Theirs', version: 2 });
  expect(await put(1, { name: 'Mine' })).toMatchObject({ status: 412, body: { current: { version: 2 } } });
  const body = { term_id: term.id, day: '2031-06-01', name: 'Founding day' };
  await call('POST /api/holidays', { body });
  expect((await put(2, { ends_on: '2031-05-30' })).body.errors).toMatchObject([
    { field: 'ends_on', code: 'holiday_outside' },
  ]);
  expect((await put(2, { starts_on: '2031-06-02' })).body.errors[0].field).toBe('starts_on');
  expect((await put(2, { ends_on: '2031-03-02' })).body.errors[0].field).toBe('ends_on');
  const moments = {
    enrollment_opens_at: '2031-02-01T08:00:00+01:00',
    enrollment_closes_at: '2031-02-01T06:59:00Z',
  };
  expect((await put(2, moments)).body.errors[0].field).toBe('enrollment_closes_at');
  expect((await put(2, { ...moments, enrollment_closes_at: '2031-02-01T07:01:00Z' })).status).toBe(200);
  const other = await addTerm();
  expect((await put(3, { code: other.code })).body.code).toBe('catalogue.code_taken');
});

it('takes away a term in which nothing is planned, and says what is in another', async () => {
  const term = await addTerm();
  const remove = (id: string, version?: number) =>
    call('DELETE /api/terms/[id]', { id, ...(version === undefined ? {} : { version }) });
  const holiday = { term_id: term.id, day: '2031-03-10', name: 'Founding day' };
  await call('POST /api/holidays', { body: holiday });
  await createCourseRow(database.sql, { capacity: 1, termId: term.id });
  await call('POST /api/timetables', { body: { term_id: term.id, department_id: departmentId } });
  expect(await remove(term.id)).toMatchObject({
    status: 409,
    body: { code: 'catalogue.in_use', current: { courses: 1, timetables: 1, holidays: 1 } },
  });
  const empty = await addTerm();
  expect((await remove(empty.id, 2)).status).toBe(412);
  expect((await remove(empty.id, 1)).status).toBe(204);
  expect((await remove(empty.id)).status).toBe(404);
});

it('a course of a subject that is being taken away does not come', async () => {
  const [subject, termId] = [await addSubject(), await createTerm(database.sql)];
  const [created, removed] = await Promise.all([
    call('POST /api/courses', { body: { subject_id: subject.id, term_id: termId, capacity: 1 } }),
    call('DELETE /api/subjects/[id]', { id: subject.id }),
  ]);
  expect([
    [201, 409],
    [422, 204],
  ]).toContainEqual([created.status, removed.status]);
});

it('a copy of a term says first what would come', async () => {
  const [{ termId }, into] = [await createCourseRow(database.sql, { capacity: 3 }), await addTerm()];
  const copy = (body: object) => call('POST /api/terms/[id]/copy', { id: termId, body });
  const dry = await copy({ into_term_id: into.id, dry_run: true });
  expect(dry.body).toEqual({ copied: 1, skipped: 0, written: false });
  expect(await events('COURSE_CREATED')).toEqual([]);
  expect((await copy({ into_term_id: into.id })).body).toEqual({ copied: 1, skipped: 0, written: true });
  const again = await copy({ into_term_id: into.id, dry_run: true });
  expect(again.body).toEqual({ copied: 0, skipped: 1, written: false });
  expect((await copy({ into_term_id: termId })).status).toBe(422);
});

it('says before who would lose what with a course, and tells them and its faculty after', async () => {
  const faculty = await createUser(database.sql, { role: 'faculty' });
  const { id } = await createCourseRow(database.sql, { capacity: 2, facultyId: faculty.id });
  const students: TestUser[] = [];
  for (const status of ['enrolled', 'waitlisted', 'completed', 'dropped']) {
    const student = await createUser(database.sql, { role: 'student', departmentId });
    students.push(student);
    await database.sql.query(
      `INSERT INTO enrollment (id, course_id, student_id, status, queue_no)
       VALUES (gen_random_uuid(), $1, $2, $3::enrollment_status, CASE WHEN $3 = 'waitlisted' THEN 1 END)`,
      [id, student.id, status],
    );
  }
  expect((await call('GET /api/courses/[id]/use', { id })).body).toEqual({
    enrolled: 1,
    offered: 0,
    waiting: 1,
    graded: 1,
    classes: 0,
  });
  await call('DELETE /api/courses/[id]', { id, query: '?reason=Too+few' });
  const told = (await events('SEND_BULK')).map(({ recipient_filter }) => recipient_filter);
  expect(told).toMatchObject([
    { user_ids: expect.arrayContaining([students[0]?.id, students[1]?.id]) },
    { user_ids: [faculty.id] },
  ]);
  expect((await call('GET /api/courses/[id]/use', { id })).status).toBe(404);
});

it('who is assigned, given another role or taken off a course is told of it once', async () => {
  const [first, second] = [
    await createUser(database.sql, { role: 'faculty', name: 'Fay' }),
    await createUser(database.sql, { role: 'faculty', name: 'Finn' }),
  ];
  const student = await createUser(database.sql, { role: 'student', departmentId });
  const { id } = await createCourseRow(database.sql, { capacity: 2 });
  let version = 1;
  const assign = async (...faculty: object[]) => {
    await database.sql.query('TRUNCATE outbox_event');
    const answer = await call('PATCH /api/courses/[id]', { id, version, body: { faculty } });
    if (answer.status === 200) version = answer.body.version;
    return answer;
  };
  const titles = async () =>
    (await events('SEND_BULK')).map(({ title }) => String(title).replace(/^.+: /, ''));
  const primary = { user_id: first.id, role: 'primary' };
  expect((await assign(primary)).body.faculty).toEqual([{ id: first.id, name: 'Fay', role: 'primary' }]);
  expect(await titles()).toEqual(['you teach this course']);
  await assign({ ...primary, role: 'assistant' });
  expect(await titles()).toEqual(['you teach this course']);
  expect(await events('FACULTY_UNASSIGNED')).toHaveLength(1);
  const refused = await assign({ user_id: student.id, role: 'primary' });
  expect(refused.body.errors).toMatchObject([{ field: 'faculty.0.user_id', code: 'unknown' }]);
  // Whoever is suspended stands in nobody's way.
  await database.sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [first.id]);
  const both = await assign({ ...primary, role: 'assistant' }, { user_id: second.id, role: 'primary' });
  expect(both.status).toBe(200);
  expect(await titles()).toEqual(['you teach this course']);
  await assign({ user_id: second.id, role: 'primary' });
  expect(await titles()).toEqual(['you do not teach this course any more']);
  const added = await assign({ user_id: second.id, role: 'primary' }, primary);
  expect(added.status).toBe(422);
});
