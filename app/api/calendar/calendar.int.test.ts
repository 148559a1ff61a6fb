import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createTerm, createTimetable } from '@/tests/timetable-world';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let student: TestUser;
let admin: TestUser;
let entry: string;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  student = await createUser(sql, { role: 'student' });
  admin = await createUser(sql, { role: 'admin' });
  const termId = await createTerm(sql);
  const timetableId = await createTimetable(sql, termId, await createDepartment(sql, 'CS'));
  const courseId = await createCourse(sql, { code: 'CS204', termId, students: [student.id] });
  entry = await createEntry(sql, { timetableId, courseId });
});
afterAll(() => database.drop());

const asStudent = (method: string) => callRoute(`${method} /api/calendar`, { cookie: student.cookie });
const read = (file: string, headers: Record<string, string> = {}) =>
  callRoute('GET /api/calendar/[token]', { id: file, headers });

it('is read without a session, is the same until a class changes, and ends when it is revoked', async () => {
  expect(await (await asStudent('GET')).json()).toEqual({ created_at: null });
  const { url, created_at } = await (await asStudent('POST')).json();
  expect(await (await asStudent('GET')).json()).toEqual({ created_at });
  const file = String(url).slice(String(url).lastIndexOf('/') + 1);

  const first = await read(file);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(await first.text()).toContain('SUMMARY:CS204 Name of CS204');
  const etag = first.headers.get('etag') ?? '';
  const same = await read(file, { 'if-none-match': etag });
  expect([same.status, await same.text()]).toEqual([304, '']);

  const change = {
    entry_id: entry,
    day: '2031-03-10',
    new_day: '2031-03-11',
    start_time: '14:00',
    end_time: '15:00',
  };
  expect(
    (await callRoute('POST /api/timetable/changes', { cookie: admin.cookie, body: change })).status,
  ).toBe(200);
  const moved = await read(file, { 'if-none-match': etag });
  expect(moved.status).toBe(200);
  const text = await moved.text();
  expect(text).toContain('RECURRENCE-ID;TZID=');
  expect(text).toMatch(/DTSTART;TZID=[\w/]+:20310311T140000/);

  expect((await asStudent('DELETE')).status).toBe(204);
  expect((await read(file)).status).toBe(404);
  expect((await asStudent('DELETE')).status).toBe(204);
});

it('tells nobody the address: it is in no event and in no table', async () => {
  const { url } = await (await asStudent('POST')).json();
  const token = String(url).slice(-47, -4);
  expect(token).toMatch(/^[\w-]{43}$/);
  const tables = ['calendar_link', 'calendar_event', 'outbox_event', 'idempotency_key', 'audit_entry'];
  for (const table of tables) {
    const { rows } = await database.sql.query(`SELECT * FROM ${table}`);
    expect(JSON.stringify(rows)).not.toContain(token);
  }
});
