import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pruneReports } from '@/lib/domain/attendance/prune-reports';
import { type AttendanceCourse, createAttendanceCourse, daysAgo, TIME_ZONE } from '@/tests/attendance-course';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let teacher: TestUser;
let stranger: TestUser;
let students: TestUser[];
let course: AttendanceCourse;

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000', UNIVERSITY_TIME_ZONE: TIME_ZONE });
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  admin = await createUser(sql, { role: 'admin' });
  teacher = await createUser(sql, { role: 'faculty', name: 'Tea Cher' });
  stranger = await createUser(sql, { role: 'faculty' });
  students = [];
  for (const name of ['=SUM(A1)', 'Đặng Łukasz', 'Cyd'])
    students.push(await createUser(sql, { role: 'student', name }));
  course = await createAttendanceCourse(sql, {
    departmentId,
    code: 'CS204',
    students: students.map(({ id }) => id),
    faculty: [teacher.id],
    last: 'yesterday',
  });
  // Five classes; the second student misses the last three, the third misses the last two.
  await sql.query(
    `INSERT INTO setting (name, value) VALUES ('attendance.rules', '{"freeze_after_days": 60}')`,
  );
  for (const [days, second, third] of [
    [36, 'present', 'absent'],
    [29, 'present', 'present'],
    [22, 'absent', 'present'],
    [15, 'absent', 'absent'],
    [8, 'absent', 'absent'],
  ] as const)
    await mark(days, ['present', second, third]);
});
afterAll(() => database.drop());

async function call(
  name: string,
  user: TestUser,
  options: { id?: string; body?: unknown; query?: string } = {},
) {
  const response = await callRoute(name, { cookie: user.cookie, ...options });
  return { status: response.status, body: await response.json() };
}
async function mark(days: number, statuses: readonly string[]): Promise<void> {
  const opened = await call('POST /api/attendance/sessions', teacher, {
    body: { entry_id: course.entryId, day: daysAgo(days) },
  });
  await call('POST /api/attendance/sessions/[id]/marks', teacher, {
    id: opened.body.id,
    body: { marks: statuses.map((status, at) => ({ student_id: students[at]?.id, status, remark: '+1' })) },
  });
}
const textOf = async (name: string, user: TestUser, options: { id?: string; query?: string } = {}) =>
  (await callRoute(name, { cookie: user.cookie, ...options })).text();
const notTaken = async (user: TestUser, query = '') =>
  (await call('GET /api/attendance/reports/not-taken', user, { query })).body.items;
const atRisk = async (user: TestUser, query: string) =>
  (await call('GET /api/attendance/reports/at-risk', user, { query })).body.items.map(
    (each: { student: { name: string } }) => each.student.name,
  );

describe('not taken', () => {
  it('are classes that are over and not fully marked, until they are closed', async () => {
    expect(await notTaken(teacher)).toMatchObject([
      { session_id: null, date: daysAgo(1), unmarked: 3, students: 3, course: { code: 'CS204' } },
    ]);
    expect(await notTaken(stranger)).toEqual([]);
    expect(await notTaken(admin)).toHaveLength(1);
    const opened = await call('POST /api/attendance/sessions', teacher, {
      body: { entry_id: course.entryId, day: daysAgo(1) },
    });
    const one = { student_id: students[0]?.id, status: 'excused' };
    await call('POST /api/attendance/sessions/[id]/marks', teacher, {
      id: opened.body.id,
      body: { marks: [one] },
    });
    expect(await notTaken(teacher)).toMatchObject([{ session_id: opened.body.id, unmarked: 2 }]);
    expect(await textOf('GET /api/attendance/reports/not-taken/export', teacher)).toBe(
      'date,start_time,end_time,course,course_name,taught_by,unmarked,students\n' +
        `${daysAgo(1)},10:00,11:00,CS204,Name of CS204,,2,3\n`,
    );
    await call('POST /api/attendance/sessions/[id]/close', teacher, { id: opened.body.id });
    expect(await notTaken(teacher)).toEqual([]);
  });

  it('of too many days at once are refused', async () => {
    const query = `?from=${daysAgo(200)}`;
    const { status, body } = await call('GET /api/attendance/reports/not-taken', teacher, { query });
    expect([status, body.errors[0].field]).toEqual([422, 'from']);
  });
});

describe('at risk', () => {
  it('are those below the line and those with absences in a row, the worst first, for who teaches them', async () => {
    expect(await atRisk(teacher, '?rule=percentage')).toHaveLength(2);
    expect(await atRisk(teacher, '?rule=consecutive')).toEqual(['Đặng Łukasz']);
    expect(await atRisk(admin, `?rule=percentage&term_id=${course.termId}`)).toHaveLength(2);
    expect(await atRisk(admin, `?rule=percentage&term_id=${course.courseId}`)).toEqual([]);
    expect(await atRisk(stranger, '?rule=percentage')).toEqual([]);
    const pages: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `?rule=percentage&limit=1${cursor && `&cursor=${cursor}`}`;
      const { body } = await call('GET /api/attendance/reports/at-risk', teacher, { query });
      pages.push(...body.items.map((each: { student: { name: string } }) => each.student.name));
      cursor = body.next_cursor;
    }
    expect(pages).toEqual(await atRisk(teacher, '?rule=percentage'));
    const csv = await textOf('GET /api/attendance/reports/at-risk/export', teacher, {
      query: '?rule=consecutive',
    });
    expect(csv).toContain('Đặng Łukasz,,CS204,2,0,0,3,40,3\n');
  });
});

describe('a report', () => {
  const wish = (more: object = {}) => ({
    type: 'course',
    format: 'csv',
    subject_id: course.courseId,
    date_from: daysAgo(40),
    date_to: daysAgo(0),
    ...more,
  });
  const make = (more: object = {}, user = teacher) =>
    call('POST /api/attendance/reports', user, { body: wish(more) });
  const fileOf = (id: string, user = teacher) =>
    callRoute('GET /api/attendance/reports/[id]/file', { cookie: user.cookie, id });

  it('has a line for each mark, none of them a formula, and is told of by an event', async () => {
    const { status, body } = await make();
    expect([status, body.row_count, body.subject]).toEqual([201, 16, 'CS204']);
    const response = await fileOf(body.id);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines: Record<string, string>[] = parse(await response.text(), { columns: true, bom: true });
    expect(lines).toHaveLength(16);
    expect(lines[0]).toMatchObject({
      ...{ date: daysAgo(36), start_time: '10:00', course: 'CS204', student: "'=SUM(A1)" },
      ...{ status: 'present', remark: "'+1", source: 'roster', marked_by: 'Tea Cher' },
    });
    const { rows } = await database.sql.query<{ payload: object }>(
      `SELECT value::jsonb -> 'payload' AS payload FROM outbox_event
       WHERE event_type = 'ATTENDANCE_REPORT_GENERATED' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows[0]?.payload).toMatchObject({
      ...{
        report_id: body.id,
        report_type: 'course',
        format: 'csv',
        course_id: course.courseId,
        row_count: 16,
      },
      ...{ download_url: `/api/attendance/reports/${body.id}/file`, requested_by: teacher.id },
    });
  });

  it('is a PDF whose font has the letters of all of Europe', async () => {
    const { body } = await make({ format: 'pdf', type: 'student', subject_id: students[1]?.id });
    expect(body).toMatchObject({ row_count: 5, subject: 'Đặng Łukasz' });
    const response = await fileOf(body.id);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = lettersOf(pdf);
    // What the font maps its glyphs back to: a letter it does not have would not be there.
    for (const letter of 'ĐặŁ') expect(text).toContain(letter);
  });

  it('is for who asked for it and administrators, and for a week', async () => {
    const { body } = await make();
    expect((await fileOf(body.id, stranger)).status).toBe(404);
    expect((await fileOf(body.id, admin)).status).toBe(200);
    const list = async (user: TestUser) =>
      (await call('GET /api/attendance/reports', user)).body.items.map(({ id }: { id: string }) => id);
    expect(await list(stranger)).toEqual([]);
    expect(await list(admin)).toContain(body.id);
    await database.sql.query(`UPDATE attendance_report SET expires_at = now() - interval '1 minute'`);
    expect((await fileOf(body.id)).status).toBe(404);
    expect(await list(admin)).toEqual([]);
    await pruneReports(database.sql);
    const { rows } = await database.sql.query('SELECT 1 FROM attendance_report');
    expect(rows).toEqual([]);
  });

  it('is refused about what is not theirs, for a department to faculty, and for days that are none', async () => {
    expect((await make({}, stranger)).status).toBe(404);
    expect((await make({ type: 'student', subject_id: students[0]?.id }, stranger)).status).toBe(404);
    const department = { type: 'department', subject_id: course.departmentId };
    expect((await make(department)).status).toBe(403);
    expect((await make(department, admin)).body.row_count).toBe(16);
    expect((await make({ type: 'department' }, admin)).status).toBe(404);
    for (const wrong of [
      { date_to: daysAgo(50) },
      { date_from: '2020-01-01' },
      { date_from: '2026-02-30' },
      { date_from: '0000-01-01', date_to: '0000-01-02' },
      { format: 'xlsx' },
    ])
      expect([wrong, (await make(wrong)).status]).toEqual([wrong, 422]);
  });

  it('tells a student of two teachers to each the own part', async () => {
    const other = await createAttendanceCourse(database.sql, {
      ...{ departmentId: course.departmentId, code: 'MA101', faculty: [stranger.id] },
      last: 'yesterday',
      students: [students[0]?.id ?? ''],
    });
    expect(other.courseId).not.toBe(course.courseId);
    const ofStudent = { type: 'student', subject_id: students[0]?.id };
    expect((await make(ofStudent, stranger)).body.row_count).toBe(0);
    expect((await make(ofStudent)).body.row_count).toBe(6);
  });
});

/** All letters that the fonts of a PDF say their glyphs mean. */
function lettersOf(pdf: Buffer): string {
  const found: string[] = [];
  let at = 0;
  while (true) {
    const start = pdf.indexOf('stream\n', at);
    if (start === -1) return found.join('');
    const end = pdf.indexOf('endstream', start);
    at = end + 9;
    const map = inflated(pdf.subarray(start + 7, end));
    if (!map.includes('beginbfrange') && !map.includes('beginbfchar')) continue;
    for (const [hex] of map.matchAll(/(?<=<)[0-9a-f]{4}(?=>)/gi))
      found.push(String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
