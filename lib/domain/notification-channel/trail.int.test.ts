import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser, type TestUser } from '@/tests/campus';
import { openChannelWorld } from '@/tests/channel-world';
import { noteFailure } from './note-channel';
import { readChannelHealth, readTrail } from './queries';
import { markFailed, putOff } from './settle-delivery';

let world: Awaited<ReturnType<typeof openChannelWorld>>;
let reader: TestUser;
let other: TestUser;
let admin: TestUser;

beforeAll(async () => {
  world = await openChannelWorld();
  reader = await createUser(world.sql, { role: 'student' });
  other = await createUser(world.sql, { role: 'student' });
  admin = await createUser(world.sql, { role: 'admin' });
});
afterAll(() => world.close());

const by = (user: TestUser) => ({ userId: user.id, role: user.role });
const queue = () => world.queue({ channel: 'email', userId: reader.id, address: 'ada@test.example' });

it('tells its reader and administrators each state with its time, and nobody else that it exists', async () => {
  const id = await queue();
  const notificationId = String((await world.delivery(id))?.notification_id);
  const ask = (user: TestUser, userId = user.id) =>
    readTrail(world.sql, { id: notificationId, userId, by: by(user) });
  await world.services.unitOfWork.run({ correlationId: '' }, (tx) =>
    markFailed(tx, { id, attempts: 1 }, '550 No such mailbox'),
  );
  const trail = await ask(reader);
  expect(trail).toMatchObject({
    in_app: { screen_count: 0, is_never_shown: false, held_until: null, decision: '' },
    deliveries: [{ id, channel: 'email', status: 'failed', error: '550 No such mailbox', sent_at: null }],
  });
  expect(trail.deliveries[0]?.failed_at).toMatch(/^\d{4}-.*Z$/);
  expect(await ask(admin, reader.id)).toEqual(trail);
  await expect(ask(other)).rejects.toThrow();
  await expect(ask(other, reader.id)).rejects.toThrow();
  await expect(ask(admin)).rejects.toThrow();
});

it('tells what is held back, until when or for good', async () => {
  const id = String((await world.delivery(await queue()))?.notification_id);
  const hold = async (until: string) => {
    await world.sql.query(
      `UPDATE notification_recipient SET held_until = $2::timestamptz, decision = 'quiet' WHERE notification_id = $1`,
      [id, until],
    );
    return (await readTrail(world.sql, { id, userId: reader.id, by: by(reader) })).in_app;
  };
  expect(await hold('2031-03-10T07:00:00Z')).toMatchObject({
    held_until: '2031-03-10T07:00:00.000Z',
    is_never_shown: false,
    decision: 'quiet',
  });
  expect(await hold('infinity')).toMatchObject({ held_until: null, is_never_shown: true });
});

it('a channel tells what waits, what failed and how its breaker stands', async () => {
  await world.clear();
  const [waiting, failed] = [await queue(), await queue()];
  await putOff(world.sql, { id: waiting, attempts: 0 }, { reason: 'connection refused', seconds: 60 });
  await world.services.unitOfWork.run({ correlationId: '' }, (tx) =>
    markFailed(tx, { id: failed, attempts: 1 }, '550'),
  );
  for (let i = 0; i < 5; i += 1) await noteFailure(world.sql, 'email', 'connection refused');
  const [email, push] = await readChannelHealth(world.sql);
  expect(email).toMatchObject({
    channel: 'email',
    breaker: 'open',
    queued_count: 1,
    failed_count: 1,
    sent_count: 0,
    failures_in_row: 5,
    last_error: 'connection refused',
  });
  expect(email?.oldest_queued_at).toMatch(/Z$/);
  expect(push).toMatchObject({ channel: 'push', breaker: 'closed', queued_count: 0, last_error: null });
  await world.letTimePass();
  expect((await readChannelHealth(world.sql))[0]?.breaker).toBe('half_open');
});
