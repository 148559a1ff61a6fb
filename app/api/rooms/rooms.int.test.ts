import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { RoomUse, RoomView } from '@/lib/contracts/http/timetable';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let student: TestUser;
let plan: { timetableId: string; courseId: string; termId: string };
let room: RoomView;
let count = 0;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  admin = await createUser(sql, { role: 'admin' });
  student = await createUser(sql, { role: 'student' });
  const termId = await createTerm(sql);
  plan = {
    termId,
    timetableId: await createTimetable(sql, termId, await createDepartment(sql, 'CS')),
    courseId: await createCourse(sql, { code: 'CS204', termId, students: [student.id] }),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  count += 1;
  room = RoomView.parse(await (await ask('POST /api/rooms', { body: body() })).json());
  await database.sql.query('TRUNCATE audit_entry');
});

const body = (given: object = {}) => ({
  code: `R${count}`,
  name: '',
  building: 'North',
  capacity: 60,
  features: [],
  ...given,
});
const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, ...options });
const edit = (given: object, headers: Record<string, string>) =>
  ask('PUT /api/rooms/[id]', { id: room.id, body: body(given), headers });
const remove = (headers: Record<string, string> = {}) =>
  ask('DELETE /api/rooms/[id]', { id: room.id, headers });
const v = (version: number) => ({ 'if-match': `"v${version}"` });
const Refusal = z.object({
  code: z.string(),
  detail: z.string().optional(),
  current: z.unknown().optional(),
});
const refusal = async (response: Response) => ({
  status: response.status,
  ...Refusal.parse(await response.json()),
});
const audit = async () =>
  (await database.sql.query('SELECT action, detail FROM audit_entry ORDER BY id')).rows;

it('a room is changed by who has seen how it is; who changed it is in the audit list', async () => {
  const edited = await edit({ capacity: 80 }, v(1));
  expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"v2"']);
  expect(await edited.json()).toEqual({ ...room, capacity: 80, version: 2 });
  expect(await audit()).toEqual([
    { action: 'room.edited', detail: { before: { capacity: 60 }, after: { capacity: 80 } } },
  ]);
  const late = await edit({ name: 'Aula' }, v(1));
  expect(late.headers.get('etag')).toBe('"v2"');
  expect(await refusal(late)).toMatchObject({
    status: 412,
    code: 'precondition.failed',
    current: { capacity: 80, version: 2 },
  });
  expect((await edit({ name: 'Aula' }, {})).status).toBe(428);
  expect(await audit()).toHaveLength(1);
});

it('of two who change it at the same time one is told', async () => {
  const statuses = await Promise.all([edit({ name: 'A' }, v(1)), edit({ name: 'B' }, v(1))]);
  expect(statuses.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('a code belongs to one room', async () => {
  await createRoom(database.sql, `Other ${count}`);
  const code = `Other ${count}`;
  expect(await refusal(await edit({ code }, v(1)))).toMatchObject({ status: 409, code: 'room.code_taken' });
  expect((await ask('POST /api/rooms', { body: body({ code }) })).status).toBe(409);
  expect((await edit({ capacity: 0 }, v(1))).status).toBe(422);
});

it('a room that no class is planned in is taken away, once', async () => {
  expect((await remove(v(7))).status).toBe(412);
  expect((await remove(v(1))).status).toBe(204);
  expect((await remove()).status).toBe(404);
  expect(await audit()).toMatchObject([
    { action: 'room.deleted', detail: { before: { building: 'North' }, after: null } },
  ]);
});

it.each(['draft', 'published'] as const)('a %s class keeps its room', async (state) => {
  const given = { timetableId: plan.timetableId, courseId: plan.courseId, roomId: room.id, state };
  await createEntry(database.sql, given);
  await createEntry(database.sql, { ...given, dayOfWeek: 2 });
  const refused = await refusal(await remove());
  expect(refused).toMatchObject({ status: 409, code: 'room.in_use', detail: 'Classes planned in it: 2' });
  expect(RoomUse.parse(refused.current)).toEqual({ class_count: 2 });
  expect(await audit()).toEqual([]);
});

it('a class that is in the room for one day keeps it, and counts once', async () => {
  const given = { timetableId: plan.timetableId, courseId: plan.courseId };
  const entry_id = await createEntry(database.sql, given);
  for (const day of ['2031-03-10', '2031-03-17'])
    await database.sql.query(
      'INSERT INTO class_change (id, entry_id, day, room_id) VALUES (gen_random_uuid(), $1, $2::date, $3)',
      [entry_id, day, room.id],
    );
  expect(RoomUse.parse((await refusal(await remove())).current)).toEqual({ class_count: 1 });
});

it('who makes a holiday is told how many classes it takes; a repeated post makes one', async () => {
  await database.sql.query('DELETE FROM timetable_entry');
  await createEntry(database.sql, { timetableId: plan.timetableId, courseId: plan.courseId, dayOfWeek: 3 });
  const write = (day: string, key: string, name = 'Founding day') =>
    ask('POST /api/holidays', {
      body: { term_id: plan.termId, day, name },
      headers: { 'idempotency-key': key },
    });
  const [first, again] = [
    await write('2031-03-12', 'a-founding-day'),
    await write('2031-03-12', 'a-founding-day'),
  ];
  const made = await first.json();
  expect([first.status, made]).toEqual([201, expect.objectContaining({ cancelled_count: 1 })]);
  expect(await again.json()).toEqual(made);
  expect(await (await write('2031-03-12', 'named-anew-it-is', 'Day')).json()).toMatchObject({
    id: made.id,
    cancelled_count: 0,
  });
  const outside = await write('2032-03-12', 'outside-the-term');
  expect([outside.status, (await outside.json()).errors[0]]).toMatchObject([
    422,
    { field: 'day', code: 'outside_term' },
  ]);
});
