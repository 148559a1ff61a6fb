import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAttendanceCourse, daysAgo } from '@/tests/attendance-course';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let teacher: TestUser;
let stranger: TestUser;
let students: TestUser[];
let outsider: TestUser;
let courseId = '';
let entryId = '';
const day = daysAgo(1);

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000', UNIVERSITY_TIME_ZONE: 'UTC' });
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  teacher = await createUser(sql, { role: 'faculty' });
  stranger = await createUser(sql, { role: 'faculty' });
  students = [];
  for (const name of ['Ada', 'Ben', 'Cyd']) students.push(await createUser(sql, { role: 'student', name }));
  outsider = await createUser(sql, { role: 'student' });
  await sql.query('UPDATE app_user SET register_no = 4711 WHERE id = $1', [students[1]?.id]);
  ({ courseId, entryId } = await createAttendanceCourse(sql, {
    departmentId,
    code: 'CS204',
    students: students.map(({ id }) => id),
    faculty: [teacher.id],
    last: 'yesterday',
  }));
});
afterAll(() => database.drop());
beforeEach(() =>
  database.sql.query(
    'TRUNCATE attendance_session, attendance_total, class_change, attendance_import CASCADE',
  ),
);

const mailOf = (user: TestUser | undefined) => `${user?.id}@test.example`;
async function call(name: string, user: TestUser, body: object, id?: string) {
  const response = await callRoute(name, { cookie: user.cookie, body, ...(id && { id }) });
  return { status: response.status, body: await response.json() };
}
const dryRun = (lines: readonly string[], { who = teacher, course = courseId } = {}) =>
  call('POST /api/attendance/imports', who, {
    course_id: course,
    file_name: 'gate.csv',
    content: lines.join('\n'),
  });
const confirm = (plan: { id: string; digest: string }, who = teacher) =>
  call('POST /api/attendance/imports/[id]/confirm', who, { digest: plan.digest }, plan.id);
const marks = async () =>
  (
    await database.sql.query<{ name: string; status: string; source: string }>(
      `SELECT name, mark.status, mark.source FROM attendance_mark AS mark JOIN app_user ON app_user.id = student_id
       ORDER BY name`,
    )
  ).rows;
const bulkEvents = async () =>
  (
    await database.sql.query<{ payload: { source: string; classes: { student_records: unknown[] }[] } }>(
      `SELECT value::jsonb -> 'payload' AS payload FROM outbox_event WHERE event_type = 'ATTENDANCE_BULK_MARKED'`,
    )
  ).rows.map(({ payload }) => payload);
const HEAD = 'student,scanned_at';

describe('a file of scans', () => {
  it('is told row by row, written once, in one event a class, with the time deciding who was late', async () => {
    const lines = [
      'email;register_no;timestamp;gate',
      `${mailOf(students[0]).toUpperCase()};;${day} 09:50;A`,
      `;4711;${day}T10:11:00Z;B`,
    ];
    const { status, body } = await dryRun(lines);
    expect(status).toBe(201);
    expect(body.counts).toEqual({ create: 2, change: 0, unchanged: 0, error: 0 });
    expect(body.classes).toBe(1);
    expect(body.rows).toMatchObject([
      { row: 2, name: 'Ada', held: { date: day, start_time: '10:00' }, before: null, after: 'present' },
      { row: 3, name: 'Ben', after: 'late' },
    ]);
    expect(await marks()).toEqual([]);
    expect((await confirm(body)).body).toEqual({ created: 2, changed: 0, classes: 1 });
    expect(await marks()).toEqual([
      { name: 'Ada', status: 'present', source: 'import' },
      { name: 'Ben', status: 'late', source: 'import' },
    ]);
    const [event, ...others] = await bulkEvents();
    expect(others).toEqual([]);
    expect(event?.source).toBe('import');
    expect(event?.classes.map((each) => each.student_records.length)).toEqual([2]);
    expect((await confirm(body)).body.code).toBe('import.done');
    const again = await dryRun(lines);
    expect(again.body.counts).toEqual({ create: 0, change: 0, unchanged: 2, error: 0 });
  });

  it('is refused row by row, and then nothing of it is written', async () => {
    const ada = mailOf(students[0]);
    const { body } = await dryRun([
      `${HEAD},status`,
      `nobody@test.example,${day} 10:00,`,
      `${mailOf(outsider)},${day} 10:00,`,
      `${mailOf(teacher)},${day} 10:00,`,
      `${ada},${day} 12:00,`,
      `${ada},2026-02-30 10:00,`,
      `${ada},yesterday,`,
      `${ada},0000-01-01 10:00,`,
      `${ada},0000-01-01T10:00:00Z,`,
      `${ada},${day} 10:01,asleep`,
      `${ada},${day} 10:02,absent`,
      `,${day} 10:00,`,
      `${mailOf(students[2])},,`,
      `${mailOf(students[2])},${daysAgo(-6)} 10:00,`,
      `${mailOf(students[2])},${daysAgo(22)} 10:00,`,
      `${mailOf(students[1])},${day} 10:00,late`,
    ]);
    const told = body.rows.map((row: { row: number; problems: { field: string; code: string }[] }) => [
      row.row,
      ...row.problems.map(({ field, code }) => `${field} ${code}`),
    ]);
    expect(told).toEqual([
      [2, 'student unknown'],
      [3, 'student not_in_course'],
      [4, 'student unknown'],
      [5, 'scanned_at no_class'],
      [6, 'scanned_at invalid_format'],
      [7, 'scanned_at invalid_format'],
      [8, 'scanned_at invalid_format'],
      [9, 'scanned_at invalid_format'],
      [10, 'status unknown'],
      [11, 'student twice'],
      [12, 'student missing'],
      [13, 'scanned_at missing'],
      [14, 'scanned_at too_early'],
      [15, 'scanned_at frozen'],
      [16],
    ]);
    expect((await confirm(body)).body.code).toBe('import.has_errors');
    expect(await marks()).toEqual([]);
  });

  it('finds no class where it is cancelled or on a holiday', async () => {
    await database.sql.query(
      'INSERT INTO class_change (id, entry_id, day, is_cancelled) VALUES ($1, $2, $3, true)',
      [randomUUID(), entryId, day],
    );
    const { body } = await dryRun([HEAD, `${mailOf(students[0])},${day} 10:00`]);
    expect(body.rows[0].problems).toMatchObject([{ field: 'scanned_at', code: 'no_class' }]);
  });

  it.each([
    ['no student', 'scanned_at\n2026-11-27 10:00', 'header'],
    ['no time', 'student,date\na,b', 'header'],
    ['a column twice', 'student,Student,scanned_at\na,b,c', 'header'],
    ['another encoding', `${HEAD}\nm\uFFFDller,x`, 'encoding'],
    ['a quote that never ends', `${HEAD}\n"a,b`, 'malformed'],
  ])('with %s is refused', async (_what, content, code) => {
    const { status, body } = await dryRun([content]);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'content', code]);
  });
});

describe('a confirmation', () => {
  it('is refused when marks are others than the dry run saw, and writes nothing', async () => {
    const { body } = await dryRun([HEAD, `${mailOf(students[0])},${day} 10:00`]);
    const opened = await call('POST /api/attendance/sessions', teacher, { entry_id: entryId, day });
    await call(
      'POST /api/attendance/sessions/[id]/marks',
      teacher,
      { marks: [{ student_id: students[0]?.id, status: 'absent' }] },
      opened.body.id,
    );
    const outdated = await confirm(body);
    expect([outdated.status, outdated.body.code]).toEqual([412, 'import.outdated']);
    expect(await marks()).toEqual([{ name: 'Ada', status: 'absent', source: 'roster' }]);
    const fresh = await dryRun([HEAD, `${mailOf(students[0])},${day} 10:00`]);
    expect(fresh.body.rows).toMatchObject([{ kind: 'change', before: 'absent', after: 'present' }]);
    expect((await confirm(fresh.body)).body).toEqual({ created: 0, changed: 1, classes: 1 });
  });

  it('is for who made the dry run, of a course they teach, while it is kept', async () => {
    const { body } = await dryRun([HEAD, `${mailOf(students[0])},${day} 10:00`]);
    expect((await confirm(body, stranger)).status).toBe(404);
    expect((await confirm({ ...body, digest: 'another' })).status).toBe(412);
    expect((await dryRun([HEAD], { who: stranger })).status).toBe(404);
    expect((await dryRun([HEAD], { course: randomUUID() })).status).toBe(404);
    await database.sql.query(`UPDATE attendance_import SET expires_at = now() - interval '1 minute'`);
    expect((await confirm(body)).status).toBe(404);
  });

  it('sent twice at the same moment writes once', async () => {
    const { body } = await dryRun([HEAD, `${mailOf(students[0])},${day} 10:00`]);
    const both = await Promise.all([confirm(body), confirm(body)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await marks()).toHaveLength(1);
  });
});
