import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  AttendanceSession,
  AttendanceSessionList,
  MarksSaved,
  Roster,
} from '@/lib/contracts/http/attendance';
import { markAll } from '@/lib/domain/attendance/save-marks';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createAuthor } from '@/tests/announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE } from '@/tests/attendance-course';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

const MANY = 500;
let database: Awaited<ReturnType<typeof prepareWebServices>>;
let departmentId = '';
let faculty: TestUser;
let student: TestUser;
let other: TestUser;
let courseId = '';
let entryId = '';
let id = '';

beforeAll(async () => {
  database = await prepareWebServices({ UNIVERSITY_TIME_ZONE: TIME_ZONE });
  const { sql } = database;
  departmentId = await createDepartment(sql, 'CS');
  faculty = await createUser(sql, { role: 'faculty' });
  student = await createUser(sql, { role: 'student' });
  other = await createUser(sql, { role: 'student' });
  ({ courseId, entryId } = await createAttendanceCourse(sql, {
    code: 'CS204',
    departmentId,
    faculty: [faculty.id],
    students: [student.id, other.id],
  }));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE attendance_session, attendance_total, outbox_event CASCADE');
  const opened = await ask('POST /api/attendance/sessions', {
    body: { entry_id: entryId, day: daysAgo(0) },
  });
  id = AttendanceSession.parse(await opened.json()).id ?? '';
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: faculty.cookie, ...options });
const mark = (marks: object[], headers: Record<string, string> = {}, more: object = {}) =>
  ask('POST /api/attendance/sessions/[id]/marks', { id, headers, body: { marks, ...more } });
const refusal = async (response: Response) => {
  const body = z.object({ code: z.string(), current: z.unknown(), errors: z.unknown() });
  return { status: response.status, ...body.partial().parse(await response.json()) };
};
const count = async (table: 'attendance_change' | 'outbox_event') =>
  (await database.sql.query(`SELECT FROM ${table}`)).rowCount;

describe('a request that is sent again', () => {
  it('under its key is answered as the first time, and done once', async () => {
    const given = [{ student_id: student.id, status: 'present', version: 0 }];
    const headers = { 'idempotency-key': `marks-${randomUUID()}` };
    const answers = await Promise.all([mark(given, headers), mark(given, headers)]);
    // The second either waits for the first, or is told to come again.
    expect(answers.map(({ status }) => status).sort()).toSatisfy(
      ([one, two]: number[]) => one === 200 && (two === 200 || two === 409),
    );
    const again = await mark(given, headers);
    const first = answers.find(({ status }) => status === 200);
    expect(await again.text()).toBe(await first?.text());
    expect([await count('attendance_change'), await count('outbox_event')]).toEqual([1, 1]);
  });

  it('opens a class once', async () => {
    const body = { entry_id: entryId, day: daysAgo(7) };
    const open = () => ask('POST /api/attendance/sessions', { body });
    const opened = await Promise.all([open(), open(), open()]);
    const ids = await Promise.all(opened.map(async (each) => AttendanceSession.parse(await each.json()).id));
    expect(new Set(ids).size).toBe(1);
  });
});

it('refuses a mark that has changed since, with what it is now; and takes one that knows it', async () => {
  await mark([{ student_id: student.id, status: 'late' }]);
  const outdated = await mark([
    { student_id: other.id, status: 'present', version: 0 },
    { student_id: student.id, status: 'absent', version: 0 },
  ]);
  expect(await refusal(outdated)).toMatchObject({
    status: 412,
    code: 'precondition.failed',
    current: [{ student_id: student.id, status: 'late', version: 1 }],
  });
  expect(await count('attendance_change')).toBe(1);
  const known = await mark([{ student_id: student.id, status: 'absent', version: 1 }]);
  expect(MarksSaved.parse(await known.json()).marks).toMatchObject([{ status: 'absent', version: 2 }]);
});

it.each([
  [
    'a student of no course',
    () => [{ student_id: faculty.id, status: 'present' }],
    422,
    'attendance.not_in_course',
  ],
  [
    'an unknown student',
    () => [{ student_id: randomUUID(), status: 'present' }],
    422,
    'attendance.not_in_course',
  ],
  ['a status that there is not', () => [{ student_id: student.id, status: 'here' }], 422, 'request.invalid'],
  ['nobody', () => [], 422, 'request.invalid'],
  [
    'a remark that is too long',
    () => [{ student_id: student.id, status: 'late', remark: 'x'.repeat(501) }],
    422,
    'request.invalid',
  ],
] as const)('refuses %s, and writes nothing', async (_what, marks, status, code) => {
  const answer = await refusal(await mark([...marks()]));
  expect(answer).toMatchObject({ status, code });
  expect(answer.errors).not.toEqual([]);
  expect([await count('attendance_change'), await count('outbox_event')]).toEqual([0, 0]);
});

it('shows a roster to who takes the attendance, and to nobody else', async () => {
  const stranger = await createUser(database.sql, { role: 'faculty' });
  const admin = await createUser(database.sql, { role: 'admin' });
  const read = (cookie: string) => ask('GET /api/attendance/sessions/[id]', { id, cookie });
  const statuses = await Promise.all(
    [faculty, admin, stranger, student].map(async ({ cookie }) => (await read(cookie)).status),
  );
  expect(statuses).toEqual([200, 200, 403, 403]);
  expect(Roster.parse(await (await read(admin.cookie)).json()).students).toHaveLength(2);
});

it('shows a roster to a substitute for the day, who is not of the course', async () => {
  const substitute = await createUser(database.sql, { role: 'faculty' });
  await database.sql.query(
    'INSERT INTO class_change (id, entry_id, day, faculty_id) VALUES ($1, $2, $3::date, $4)',
    [randomUUID(), entryId, daysAgo(0), substitute.id],
  );
  const marked = await ask('POST /api/attendance/sessions/[id]/marks', {
    id,
    cookie: substitute.cookie,
    body: { marks: [{ student_id: student.id, status: 'present' }] },
  });
  expect(marked.status).toBe(200);
  const list = await ask('GET /api/attendance/sessions', { cookie: substitute.cookie });
  const { items } = AttendanceSessionList.parse(await list.json());
  expect(items).toMatchObject([{ id, state: 'open', counts: { present: 1 } }]);
});

it('counts the marks of a class however its id is written', async () => {
  await mark([{ student_id: student.id, status: 'present' }]);
  const read = await ask('GET /api/attendance/sessions/[id]', { id: id.toUpperCase() });
  expect(Roster.parse(await read.json()).session.counts).toMatchObject({ students: 2, present: 1 });
});

it(`marks a class of ${MANY} by as many statements as a class of two, in one event`, async () => {
  const { sql, transaction } = database;
  const author = await createAuthor(database, faculty);
  const statementsOf = async (sessionId: string) => {
    const statements: string[] = [];
    const counted = createUnitOfWork(
      {
        ...database,
        transaction: (work) =>
          transaction((tx) =>
            work({
              query: (statement, values) => {
                statements.push(typeof statement === 'string' ? statement : statement.text);
                return tx.query(statement, values);
              },
            }),
          ),
      },
      () => undefined,
    );
    const { counts } = await markAll(counted, {
      actor: author.actor,
      correlationId: 'bulk',
      timeZone: TIME_ZONE,
      id: sessionId,
      given: { status: 'present', only_unmarked: true, reason: '' },
    });
    return { present: counts.present, statements };
  };
  const two = await statementsOf(id);
  await sql.query(
    `WITH student AS (
       INSERT INTO app_user (id, email, name, role, password_hash)
       SELECT each, each || '@test.example', 'Student', 'student', 'none'
       FROM (SELECT gen_random_uuid() AS each FROM generate_series(3, $2)) AS fresh RETURNING id)
     INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at)
     SELECT gen_random_uuid(), $1, id, 'enrolled', now() FROM student`,
    [courseId, MANY],
  );
  const body = { entry_id: entryId, day: daysAgo(7) };
  const opened = await ask('POST /api/attendance/sessions', { body });
  await sql.query('TRUNCATE outbox_event');
  const many = await statementsOf(AttendanceSession.parse(await opened.json()).id ?? '');
  expect([two.present, many.present]).toEqual([2, MANY]);
  expect(many.statements).toEqual(two.statements);
  const { rows } = await sql.query('SELECT event_type FROM outbox_event');
  expect(rows).toEqual([{ event_type: 'ATTENDANCE_BULK_MARKED' }]);
});
