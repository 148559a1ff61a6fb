import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { markSent } from '@/lib/domain/notification-channel/settle-delivery';
import { callRoute } from '@/tests/call-route';
import { openChannelWorld } from '@/tests/channel-world';
import { prepareWebServices } from '@/tests/web-services';

const SECRET = 'the secret of the gateway';
let services: Awaited<ReturnType<typeof prepareWebServices>>;
let world: Awaited<ReturnType<typeof openChannelWorld>>;

beforeAll(async () => {
  services = await prepareWebServices({ SMS_RECEIPT_SECRET: SECRET });
  world = await openChannelWorld(services);
});
beforeEach(() => world.clear());
afterAll(() => services.drop());

const queue = () => world.queue({ channel: 'sms', address: '+436641234567' });
const writeSent = (id: string) =>
  world.services.unitOfWork.run({ correlationId: '' }, (tx) => markSent(tx, { id, attempts: 1 }));
async function sent() {
  const id = await queue();
  await writeSent(id);
  return id;
}
const say = async (body: unknown, authorization = `Bearer ${SECRET}`) =>
  (await callRoute('POST /api/sms-receipts', { body, headers: { authorization } })).status;
const typesOf = async (id: string) => (await world.told(id)).map(({ event_type }) => event_type);

it('a message that has arrived is delivered, told once however often it is said', async () => {
  const id = await sent();
  for (const status of ['accepted', 'sent', 'delivered', 'delivered', 'sent'])
    expect(await say({ id, status })).toBe(204);
  expect(await world.delivery(id)).toMatchObject({ status: 'delivered', delivered_at: expect.any(Date) });
  expect(await typesOf(id)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_DELIVERED']);
});

it('one that could not be delivered has failed for the gateway’s reason, once', async () => {
  const id = await sent();
  for (let i = 0; i < 2; i += 1)
    expect(await say({ id, status: 'failed', reason: 'number not in service' })).toBe(204);
  expect(await world.delivery(id)).toMatchObject({ status: 'failed', last_error: 'number not in service' });
  const told = await world.told(id);
  expect(told.map(({ event_type }) => event_type)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_FAILED']);
  expect(told[1]?.payload).toMatchObject({ channel: 'sms', error_message: 'number not in service' });
});

it('in whatever order it is said: what has arrived has arrived', async () => {
  const [late, early] = [await sent(), await sent()];
  await say({ id: late, status: 'delivered' });
  await say({ id: late, status: 'failed', reason: 'expired' });
  expect(await world.delivery(late)).toMatchObject({ status: 'delivered', failed_at: null });
  expect(await typesOf(late)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_DELIVERED']);
  await say({ id: early, status: 'failed', reason: 'phone is off' });
  await say({ id: early, status: 'delivered' });
  expect(await world.delivery(early)).toMatchObject({
    status: 'delivered',
    failed_at: null,
    last_error: null,
  });
});

it('before the attempt that sent it is written down, it counts all the same', async () => {
  const [arrived, failed] = [await queue(), await queue()];
  await say({ id: arrived, status: 'delivered' });
  await say({ id: failed, status: 'failed' });
  for (const id of [arrived, failed]) await writeSent(id);
  expect(await world.delivery(arrived)).toMatchObject({ status: 'delivered', next_try_at: null });
  expect(await typesOf(arrived)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_DELIVERED']);
  expect(await world.delivery(failed)).toMatchObject({ status: 'failed', next_try_at: null });
  expect(await typesOf(failed)).toEqual(['NOTIFICATION_FAILED']);
});

it('what is said at the same moment by two is told once', async () => {
  const id = await sent();
  await Promise.all(Array.from({ length: 6 }, () => say({ id, status: 'delivered' })));
  expect(await typesOf(id)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_DELIVERED']);
});

it('is of no other channel, of nothing unknown, and of nobody who does not know the secret', async () => {
  const mail = await world.queue({ channel: 'email', address: 'ada@test.example' });
  const push = await world.queue({ channel: 'push' });
  for (const id of [mail, push, randomUUID(), 'no id'])
    for (const status of ['delivered', 'failed']) expect(await say({ id, status })).toBe(404);
  expect(await world.statuses()).toEqual({ queued: 2 });
  const id = await sent();
  for (const authorization of ['', 'Bearer wrong'])
    expect(await say({ id, status: 'failed' }, authorization)).toBe(401);
  expect(await say({ id, status: 'perhaps' })).toBe(422);
  expect(await say({ id, status: 'failed', reason: 'x'.repeat(3_000) })).toBe(422);
  expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
});
