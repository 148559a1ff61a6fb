import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { AttendanceRulesView, CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import { readRules } from '@/lib/domain/attendance/rules';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let rules: AttendanceRulesView;

beforeAll(async () => {
  database = await prepareWebServices();
  admin = await createUser(database.sql, { role: 'admin' });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE audit_entry, attendance_custom_status');
  await database.sql.query("DELETE FROM setting WHERE name = 'attendance.rules'");
  rules = AttendanceRulesView.parse(await (await ask('GET /api/attendance/rules')).json());
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, ...options });
const v = (version: number) => ({ 'if-match': `"v${version}"` });
const write = (change: object, version: number) => {
  const { version: _version, ...body } = rules;
  return ask('PUT /api/attendance/rules', { body: { ...body, ...change }, headers: v(version) });
};
const Refusal = z.object({
  code: z.string(),
  errors: z.array(z.object({ field: z.string() })).optional(),
  current: z.unknown().optional(),
});
const refusal = async (response: Response) => ({
  status: response.status,
  ...Refusal.parse(await response.json()),
});
const audit = async () =>
  (await database.sql.query('SELECT action, detail FROM audit_entry ORDER BY id')).rows;

it('rules are changed by who has seen them, judged by at once, and written down', async () => {
  expect(rules.version).toBe(0);
  const changed = await write({ warning_percentage: 80, late_points: 0.5 }, 0);
  expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"v1"']);
  expect(await readRules(database.sql)).toMatchObject({ warning_percentage: 80, late_points: 0.5 });
  expect(await audit()).toEqual([
    {
      action: 'attendance.rules_changed',
      detail: {
        before: { warning_percentage: 75, late_points: 1 },
        after: { warning_percentage: 80, late_points: 0.5 },
      },
    },
  ]);
  expect(await refusal(await write({ warning_percentage: 70 }, 0))).toMatchObject({
    status: 412,
    code: 'precondition.failed',
    current: { warning_percentage: 80, version: 1 },
  });
});

it('of two who change the rules at the same time one is told', async () => {
  const answers = await Promise.all([write({ minimum_sessions: 5 }, 0), write({ minimum_sessions: 6 }, 0)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it.each([
  ['a critical line above the warning', { critical_percentage: 76 }, 'critical_percentage'],
  ['more than all', { warning_percentage: 101 }, 'warning_percentage'],
  ['points below nothing', { late_points: -0.1 }, 'late_points'],
  ['no number', { freeze_after_days: null }, 'freeze_after_days'],
  ['half a class', { minimum_sessions: 1.5 }, 'minimum_sessions'],
])('refuses %s', async (_, change, field) => {
  expect(await refusal(await write(change, 0))).toMatchObject({ status: 422, errors: [{ field }] });
});

const duty = { name: 'On duty', counts_as: 'excused', points: null, is_active: true, position: 0 };
const create = (given: object, headers: Record<string, string> = {}) =>
  ask('POST /api/attendance/statuses', { body: { ...duty, ...given }, headers });
const made = async (code: string) => CustomStatusView.parse(await (await create({ code })).json());
const edit = (change: object, version: number) =>
  ask('PUT /api/attendance/statuses/[code]', {
    id: 'duty',
    body: { ...duty, ...change },
    headers: v(version),
  });
const remove = (headers: Record<string, string> = {}) =>
  ask('DELETE /api/attendance/statuses/[code]', { id: 'duty', headers });

it('a status is made once for a key, its code belongs to it alone', async () => {
  const key = { 'idempotency-key': 'status-of-duty-1' };
  const [first, again] = [await create({ code: 'duty' }, key), await create({ code: 'duty' }, key)];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(await refusal(await create({ code: 'duty' }))).toMatchObject({
    status: 409,
    code: 'attendance.status_taken',
  });
  expect((await create({ code: 'On Duty' })).status).toBe(422);
  expect((await create({ code: 'half', points: 1.5 })).status).toBe(422);
  expect((await audit()).map(({ action }) => action)).toEqual(['attendance_status.created']);
});

it('a status is edited over the version that was seen; whoever is late has the other beside it', async () => {
  await made('duty');
  const edited = await edit({ name: 'On university duty', points: 1 }, 1);
  expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"v2"']);
  expect(await refusal(await edit({ name: 'Duty' }, 1))).toMatchObject({
    status: 412,
    current: { name: 'On university duty', points: 1, version: 2 },
  });
  const listed = z.object({ items: z.array(CustomStatusView) });
  const { items } = listed.parse(await (await ask('GET /api/attendance/statuses')).json());
  expect(items).toEqual([expect.objectContaining({ code: 'duty', points: 1 })]);
});

it('there are no more statuses than a list can show', async () => {
  await database.sql.query(
    `INSERT INTO attendance_custom_status (code, name, counts_as)
     SELECT 'c' || n, 'Status ' || n, 'excused' FROM generate_series(1, 50) AS n`,
  );
  expect(await refusal(await create({ code: 'duty' }))).toMatchObject({
    status: 409,
    code: 'attendance.too_many_statuses',
  });
});

it('a status that no mark has had can go; another cannot', async () => {
  await made('duty');
  expect((await remove(v(7))).status).toBe(412);
  expect((await remove(v(1))).status).toBe(204);
  expect((await remove()).status).toBe(404);
  const odd = await ask('DELETE /api/attendance/statuses/[code]', { id: 'a\u0000b' });
  expect(odd.status).toBe(404);
});
