import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let user: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  user = await createUser(database.sql, { role: 'student' });
});
afterAll(() => database.drop());

const put = (phone: unknown) => callRoute('PUT /api/me/phone', { cookie: user.cookie, body: { phone } });
const told = async () =>
  (
    await database.sql.query(
      `SELECT value::jsonb -> 'payload' -> 'changes' AS changes FROM outbox_event
       WHERE event_type = 'PROFILE_UPDATED' ORDER BY id`,
    )
  ).rows;

it('keeps a number in international form, and tells of each change once', async () => {
  expect(await (await put('+43 (664) 123-4567')).json()).toEqual({ phone: '+436641234567' });
  await put('+436641234567');
  const read = await callRoute('GET /api/me/phone', { cookie: user.cookie });
  expect(await read.json()).toEqual({ phone: '+436641234567' });
  expect(await (await put('')).json()).toEqual({ phone: '' });
  expect(await told()).toEqual([
    { changes: { phone: { old_value: null, new_value: '+436641234567' } } },
    { changes: { phone: { old_value: '+436641234567', new_value: null } } },
  ]);
});

it.each(['0664 1234567', '+', '+0664123456', '+43664', '+43 664 call me', '+1234567890123456', 3, null])(
  'takes nothing else: %j',
  async (phone) => {
    expect((await put(phone)).status).toBe(422);
  },
);
