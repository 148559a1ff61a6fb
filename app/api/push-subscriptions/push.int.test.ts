import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createArrivalTokens } from '@/lib/infra/web-push/arrival-token';
import { openWebPush } from '@/lib/infra/web-push/open-web-push';
import { createPushPort } from '@/server/channels/push-port';
import { sendDue } from '@/server/channels/run-channel';
import { callRoute } from '@/tests/call-route';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { openChannelWorld } from '@/tests/channel-world';
import { startPushReceiver } from '@/tests/push-receiver';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let world: Awaited<ReturnType<typeof openChannelWorld>>;
let receiver: Awaited<ReturnType<typeof startPushReceiver>>;
let reader: TestUser;
let other: TestUser;

const settings = { NEXTAUTH_SECRET: TEST_SECRET, NEXTAUTH_URL: 'https://portal.example.edu' };

beforeAll(async () => {
  receiver = await startPushReceiver();
  database = await prepareWebServices({ PUSH_SERVICES: receiver.origin });
  world = await openChannelWorld(database);
});
beforeEach(async () => {
  await world.clear();
  receiver.received.length = 0;
  receiver.asked.length = 0;
  reader = await createUser(database.sql, { role: 'student' });
  other = await createUser(database.sql, { role: 'student' });
});
afterAll(async () => {
  await receiver.stop();
  await database.drop();
});

async function subscribe(user = reader, subscription = receiver.subscribe()) {
  const response = await callRoute('POST /api/push-subscriptions', {
    cookie: user.cookie,
    body: subscription,
  });
  expect(response.status).toBe(201);
  const { id } = await response.json();
  return { id: String(id), ...subscription };
}
const list = async (user = reader) =>
  (await callRoute('GET /api/push-subscriptions', { cookie: user.cookie })).json();

const webPush = () => openWebPush({ ...settings, VAPID_PRIVATE_KEY: null, PUSH_SERVICES: [receiver.origin] });
async function sendAll() {
  const port = createPushPort({ sql: world.sql, ...webPush() });
  while ((await sendDue(world.services, port)) === 'again');
}

describe('subscribing', () => {
  it('keeps a browser once, under its mark, for whoever is signed in there', async () => {
    const mine = await subscribe();
    expect((await subscribe(reader, mine)).id).toBe(mine.id);
    const { public_key, items } = await list();
    expect(public_key).toMatch(/^B[\w-]{86}$/);
    expect(items).toHaveLength(1);
    await subscribe(other, mine);
    expect((await list()).items).toEqual([]);
    expect((await list(other)).items).toHaveLength(1);
  });

  it('is removed by its own user alone', async () => {
    const { id } = await subscribe();
    const remove = (user: TestUser) =>
      callRoute('DELETE /api/push-subscriptions/[id]', { cookie: user.cookie, id });
    expect((await remove(other)).status).toBe(404);
    expect((await remove(reader)).status).toBe(204);
    expect((await remove(reader)).status).toBe(404);
  });

  it.each([
    'https://127.0.0.1/push',
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://user:password@fcm.googleapis.com/x',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('goes to no other address than a push service: %s', async (endpoint) => {
    const body = { ...receiver.subscribe(), endpoint };
    const response = await callRoute('POST /api/push-subscriptions', { cookie: reader.cookie, body });
    expect(response.status).toBe(422);
    expect((await list()).items).toEqual([]);
  });

  it('makes room for the newest when there are too many', async () => {
    for (let i = 0; i < 21; i += 1) await subscribe();
    expect((await list()).items).toHaveLength(20);
  });

  it('keeps the one that is added, also where it is the oldest and was somebody else’s', async () => {
    const shared = await subscribe(other);
    for (let i = 0; i < 20; i += 1) await subscribe();
    expect((await subscribe(reader, shared)).id).toBe(shared.id);
    expect((await list()).items).toHaveLength(20);
  });
});

describe('a notification by push', () => {
  const queue = () =>
    world.queue({ channel: 'push', userId: reader.id, title: 'Lab 3 moves', message: 'To Friday' });

  it('arrives encrypted at each browser, signed by the key that browsers were given', async () => {
    await subscribe();
    await subscribe();
    const id = await queue();
    await sendAll();
    expect(receiver.received).toHaveLength(2);
    const [push] = receiver.received;
    expect(JSON.parse(push?.text ?? '')).toMatchObject({
      title: 'Lab 3 moves',
      body: 'To Friday',
      url: '/announcements/1',
      arrival: { delivery_id: id },
    });
    expect(push?.publicKey).toBe((await list()).public_key);
    expect(push?.claims).toMatchObject({ aud: receiver.origin, sub: 'https://portal.example.edu' });
    expect(push?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
    expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
    const { items } = await list();
    expect(items[0]?.last_success_at).not.toBeNull();
  });

  it('is delivered when the browser says so with its token, once, and not with another', async () => {
    await subscribe();
    const id = await queue();
    await sendAll();
    const { arrival } = JSON.parse(receiver.received[0]?.text ?? '');
    const say = (token: string) =>
      callRoute('POST /api/notification-deliveries/[id]/arrival', { id, body: { token } });
    const forged = createArrivalTokens('another secret').make(id);
    expect((await say(forged)).status).toBe(404);
    expect((await say(arrival.token)).status).toBe(204);
    expect((await say(arrival.token)).status).toBe(204);
    expect(await world.delivery(id)).toMatchObject({ status: 'delivered', delivered_at: expect.any(Date) });
    expect((await world.told(id)).map((event) => event.event_type)).toEqual([
      'NOTIFICATION_SENT',
      'NOTIFICATION_DELIVERED',
    ]);
  });

  it('arrives before the attempt is written down: the arrival proves that it was sent', async () => {
    const id = await queue();
    const { token } = { token: webPush().arrivalTokens.make(id) };
    await callRoute('POST /api/notification-deliveries/[id]/arrival', { id, body: { token } });
    await sendAll();
    expect(await world.delivery(id)).toMatchObject({ status: 'delivered' });
    expect((await world.told(id)).map((event) => event.event_type)).toEqual([
      'NOTIFICATION_SENT',
      'NOTIFICATION_DELIVERED',
    ]);
  });

  it.each([404, 410])('removes a browser that is gone (%i), and tells the others', async (status) => {
    const gone = await subscribe();
    const here = await subscribe();
    receiver.answer(gone.endpoint, status);
    const id = await queue();
    await sendAll();
    expect((await list()).items.map((each: { id: string }) => each.id)).toEqual([here.id]);
    expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
  });

  it('fails when the last browser is gone, and when there was none', async () => {
    receiver.answer((await subscribe()).endpoint, 410);
    const first = await queue();
    await sendAll();
    const second = await queue();
    await sendAll();
    expect(await world.delivery(first)).toMatchObject({
      status: 'failed',
      last_error: 'the browser has taken its subscription back',
    });
    expect(await world.delivery(second)).toMatchObject({ status: 'failed', last_error: 'no address' });
    expect((await list()).items).toEqual([]);
  });

  it('waits as long as a busy service asks, and tries again after a fault of it', async () => {
    const { endpoint } = await subscribe();
    receiver.answer(endpoint, 429, { 'retry-after': '300' });
    const id = await queue();
    await sendAll();
    const { rows } = await world.sql.query<{ seconds: number }>(
      `SELECT extract(epoch FROM next_try_at - now())::float8 AS seconds FROM notification_delivery`,
    );
    expect(rows[0]?.seconds).toBeGreaterThan(200);
    expect(await world.state()).toMatchObject({ failures: 0 });
    receiver.answer(endpoint, 503);
    await world.letTimePass();
    await sendAll();
    expect(await world.state()).toMatchObject({ failures: 1 });
    expect(await world.delivery(id)).toMatchObject({
      status: 'queued',
      attempts: 2,
      last_error: expect.stringContaining('503'),
    });
    receiver.answer(endpoint, 201);
    await world.letTimePass();
    await sendAll();
    expect(await world.delivery(id)).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('goes nowhere that the list of services does not know any more, nor where a service leads it', async () => {
    const { endpoint } = await subscribe();
    receiver.answer(endpoint, 307, { location: `${receiver.origin}/elsewhere` });
    const id = await queue();
    await sendAll();
    expect(await world.delivery(id)).toMatchObject({ status: 'failed' });
    expect(receiver.asked).not.toContain('/elsewhere');
  });

  it('is cut to what a push can hold', async () => {
    await subscribe();
    await world.queue({
      channel: 'push',
      userId: reader.id,
      title: '🎓'.repeat(500),
      message: 'ß'.repeat(20_000),
    });
    await sendAll();
    const { title, body } = JSON.parse(receiver.received[0]?.text ?? '');
    expect(title).toMatch(/^🎓+…$/u);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2_000);
  });
});

it('a test goes to every browser at once, and to no inbox', async () => {
  await subscribe();
  receiver.answer((await subscribe()).endpoint, 500);
  const response = await callRoute('POST /api/push-subscriptions/test', { cookie: reader.cookie });
  expect(await response.json()).toEqual({ sent_count: 1, failed_count: 1 });
  expect(JSON.parse(receiver.received[0]?.text ?? '')).toMatchObject({
    title: 'This is a test',
    arrival: null,
  });
  expect((await world.sql.query('SELECT 1 FROM notification')).rows).toEqual([]);
});
