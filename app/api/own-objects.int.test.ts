import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createNotification, createUser, openSession, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

const draft = { title: 'Title', content: 'Text', target_audience: 'all' };

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let student: TestUser;
let otherStudent: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  student = await createUser(sql, { role: 'student', departmentId: await createDepartment(sql, 'CS') });
  otherStudent = await createUser(sql, { role: 'student', departmentId: await createDepartment(sql, 'ME') });
  admin = await createUser(sql, { role: 'admin' });
});
afterAll(() => database.drop());

const create = async (target: object) => {
  const response = await callRoute('POST /api/announcements', {
    cookie: admin.cookie,
    body: { ...draft, ...target },
  });
  return String((await response.json()).id);
};
const read = (id: string, cookie: string) => callRoute('GET /api/announcements/[id]', { cookie, id });

it('shows an announcement to those it is for, once it is published', async () => {
  const id = await create({ target_audience: 'department', target_details: { department_ids: ['CS'] } });
  expect((await read(id, student.cookie)).status).toBe(404);
  expect((await callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id })).status).toBe(
    200,
  );
  expect((await read(id, student.cookie)).status).toBe(200);
  expect((await read(id, otherStudent.cookie)).status).toBe(404);
  const list = async (cookie: string) =>
    (await (await callRoute('GET /api/announcements', { cookie })).json()).items;
  const ids = (items: { id: string }[]) => items.map((item) => item.id);
  expect(ids(await list(student.cookie))).toContain(id);
  expect(ids(await list(otherStudent.cookie))).not.toContain(id);
  const again = await callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id });
  expect([again.status, (await again.json()).code]).toEqual([409, 'announcement.already_published']);
});

it('makes one draft of a post that is repeated under its key', async () => {
  const post = (title: string) =>
    callRoute('POST /api/announcements', {
      cookie: admin.cookie,
      body: { ...draft, title },
      headers: { 'idempotency-key': 'draft-of-the-matrix' },
    });
  const [first, again, other] = [await post('Once'), await post('Once'), await post('Twice')];
  expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
  expect(await again.text()).toBe(await first.text());
  const { rows } = await database.sql.query('SELECT 1 FROM announcement WHERE title = $1', ['Once']);
  expect(rows).toHaveLength(1);
});

it('publishes once when two do it at the same time', async () => {
  const id = await create({});
  const publish = () => callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id });
  const statuses = (await Promise.all([publish(), publish(), publish()])).map((response) => response.status);
  expect(statuses.sort()).toEqual([200, 409, 409]);
  const { rows } = await database.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM outbox_event WHERE event_type = 'ANNOUNCEMENT_PUBLISHED' AND partition_key = $1`,
    [id],
  );
  expect(rows[0]?.count).toBe(1);
});

it('shows and ends only own sessions', async () => {
  const elsewhere = await openSession(database.sql, student.id);
  const list = async (cookie: string) =>
    (await (await callRoute('GET /api/me/sessions', { cookie })).json()).items.map(
      (session: { id: string; is_current: boolean }) => [session.id, session.is_current],
    );
  expect(await list(student.cookie)).toEqual(
    expect.arrayContaining([
      [student.sessionId, true],
      [elsewhere.sessionId, false],
    ]),
  );
  expect(JSON.stringify(await list(otherStudent.cookie))).not.toContain(elsewhere.sessionId);
  const end = (cookie: string, id: string) => callRoute('DELETE /api/me/sessions/[id]', { cookie, id });
  for (const id of [elsewhere.sessionId, 'x', '%00', '\u0000', `${elsewhere.sessionId}x`])
    expect((await end(otherStudent.cookie, id)).status).toBe(404);
  const ended = async () => (await (await end(student.cookie, elsewhere.sessionId)).json()).ended_count;
  expect([await ended(), await ended()]).toEqual([1, 0]);
  expect((await callRoute('GET /api/me', { cookie: elsewhere.cookie })).status).toBe(401);
});

it('signs out the others, or everywhere', async () => {
  const person = await createUser(database.sql, { role: 'student' });
  const others = [await openSession(database.sql, person.id), await openSession(database.sql, person.id)];
  const end = async (query: string) =>
    (await (await callRoute('DELETE /api/me/sessions', { cookie: person.cookie, query })).json()).ended_count;
  expect(await end('')).toBe(2);
  for (const { cookie } of others) expect((await callRoute('GET /api/me', { cookie })).status).toBe(401);
  expect(await end('?everywhere=true')).toBe(1);
  expect((await callRoute('GET /api/me', { cookie: person.cookie })).status).toBe(401);
  const { rows } = await database.sql.query<{ value: string }>(
    `SELECT value FROM outbox_event WHERE event_type = 'LOGOUT' AND partition_key = $1 ORDER BY id`,
    [person.id],
  );
  expect(rows.map(({ value }) => JSON.parse(value).payload.reason)).toEqual([
    'signed_out_elsewhere',
    'signed_out_elsewhere',
    'signed_out',
  ]);
});

it('changes a profile, and tells of what is another now', async () => {
  const person = await createUser(database.sql, { role: 'faculty' });
  const change = async (body: unknown) => {
    const response = await callRoute('PATCH /api/me', { cookie: person.cookie, body });
    return [response.status, await response.json()] as const;
  };
  expect(await change({ time_zone: 'Asia/Kolkata' })).toMatchObject([200, { locale: null }]);
  expect(await change({ locale: 'de', time_zone: 'Asia/Kolkata' })).toMatchObject([
    200,
    { locale: 'de', time_zone: 'Asia/Kolkata' },
  ]);
  expect(await (await callRoute('GET /api/me', { cookie: person.cookie })).json()).toMatchObject({
    locale: 'de',
  });
  for (const body of [
    {},
    { locale: 'xx' },
    { time_zone: 'Mars/Olympus' },
    { role: 'admin' },
    { time_zone: '' },
  ])
    expect((await change(body))[0]).toBe(422);
  const { rows } = await database.sql.query<{ value: string }>(
    `SELECT value FROM outbox_event WHERE event_type = 'PROFILE_UPDATED' AND partition_key = $1 ORDER BY id`,
    [person.id],
  );
  expect(rows.map(({ value }) => Object.keys(JSON.parse(value).payload.changes))).toEqual([
    ['time_zone'],
    ['locale'],
  ]);
});

it('keeps when a session was last seen, to the minute', async () => {
  const person = await createUser(database.sql, { role: 'student' });
  const seen = async () => {
    await callRoute('GET /api/me', { cookie: person.cookie });
    const { rows } = await database.sql.query<{ last_seen_at: Date }>(
      'SELECT last_seen_at FROM session WHERE id = $1',
      [person.sessionId],
    );
    return rows[0]?.last_seen_at.getTime() ?? 0;
  };
  const first = await seen();
  expect(await seen()).toBe(first);
  await database.sql.query(
    `UPDATE session SET last_seen_at = last_seen_at - interval '61 seconds' WHERE id = $1`,
    [person.sessionId],
  );
  expect(await seen()).toBeGreaterThan(first - 1);
});

it('lets nobody read or mark the notification of somebody else', async () => {
  const id = await createNotification(database.sql, student.id);
  const mark = (cookie: string) => callRoute('POST /api/notifications/[id]/read', { cookie, id });
  expect((await mark(otherStudent.cookie)).status).toBe(404);
  const first = await mark(student.cookie);
  expect(first.status).toBe(200);
  expect(await (await mark(student.cookie)).json()).toEqual(await first.json());
  const { rows } = await database.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM outbox_event WHERE event_type = 'NOTIFICATION_READ'`,
  );
  expect(rows[0]?.count).toBe(1);
  const items = (await (await callRoute('GET /api/notifications', { cookie: otherStudent.cookie })).json())
    .items;
  expect(items).toEqual([]);
});
