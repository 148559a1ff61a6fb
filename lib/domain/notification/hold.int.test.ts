import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { holdWorld } from '@/tests/hold-world';
import { countUnread, listNotifications } from './queries';
import { syncSince } from './sync-since';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: ReturnType<typeof holdWorld>;
let me: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  world = holdWorld({ sql: database.sql, unitOfWork: createUnitOfWork(database, () => undefined) });
});
afterAll(() => database.drop());
beforeEach(async () => {
  me = await createUser(database.sql, { role: 'student' });
  await rule([]);
});

const set = (columns: string) =>
  database.sql
    .query(
      `INSERT INTO notification_setting (user_id, digest_at) VALUES ($1, now() + interval '5 hours')
     ON CONFLICT DO NOTHING`,
      [me.id],
    )
    .then(() => database.sql.query(`UPDATE notification_setting SET ${columns} WHERE user_id = $1`, [me.id]));
const prefer = (modes: Record<string, string>) =>
  database.sql.query(
    `INSERT INTO notification_preference (user_id, category, in_app, email, push) VALUES ($1, 'announcement', $2, $3, $4)
     ON CONFLICT (user_id, category) DO UPDATE SET in_app = $2, email = $3, push = $4`,
    [me.id, modes.in_app ?? null, modes.email ?? null, modes.push ?? null],
  );
const rule = (channels: string[]) =>
  database.sql.query(
    `INSERT INTO notification_rule (category, mandatory) VALUES ('announcement', $1::text[]::notification_channel[])
     ON CONFLICT (category) DO UPDATE SET mandatory = excluded.mandatory`,
    [channels],
  );
const page = { after: null, limit: 100, cursorAt: () => '', unread: false, archived: false, snoozed: false };
const inbox = async () => (await listNotifications(database.sql, me.id, page)).items;
const sent = (more: Partial<Parameters<typeof world.send>[0]> = {}) => world.send({ to: [me.id], ...more });

describe('what decides where a notification goes', () => {
  it('goes to the browser and to no mail where nobody has chosen, and to push where there is a subscription', async () => {
    const before = await sent();
    expect(await world.rowOf(me.id, before)).toMatchObject({ held_until: null, decision: '', chosen_by: '' });
    expect(await world.deliveriesOf(me.id, before)).toEqual([]);
    await world.subscribe(me.id);
    expect(await world.deliveriesOf(me.id, await sent())).toEqual(['push']);
    expect(await world.deliveriesOf(me.id, await sent({ channels: ['in_app'] }))).toEqual([]);
  });

  it('follows the preset, and the own choice before it', async () => {
    await set(`preset = 'everything'`);
    const all = await sent();
    expect(await world.deliveriesOf(me.id, all)).toEqual(['email']);
    expect(await world.rowOf(me.id, all)).toMatchObject({ chosen_by: 'everything' });
    await prefer({ in_app: 'off', email: 'off' });
    const off = await sent();
    expect(await world.rowOf(me.id, off)).toMatchObject({
      held_until: Infinity,
      decision: 'off',
      chosen_by: 'own',
    });
    expect(await world.deliveriesOf(me.id, off)).toEqual([]);
    expect((await inbox()).map((row) => row.id)).toEqual([all]);
  });

  it('is not in the browser where its sender did not ask for it', async () => {
    await set(`preset = 'everything'`);
    const id = await sent({ channels: ['email'] });
    expect(await world.rowOf(me.id, id)).toMatchObject({ held_until: Infinity, decision: '' });
    expect(await world.deliveriesOf(me.id, id)).toEqual(['email']);
  });

  it('passes preferences where it is mandatory, but not quiet hours', async () => {
    await prefer({ in_app: 'off' });
    await rule(['in_app', 'email']);
    const loud = await sent();
    expect(await world.rowOf(me.id, loud)).toMatchObject({ held_until: null, chosen_by: 'mandatory' });
    expect(await world.deliveriesOf(me.id, loud)).toEqual(['email']);
    await world.quiet(me.id);
    const quiet = await sent();
    expect(await world.rowOf(me.id, quiet)).toMatchObject({ decision: 'quiet', held: ['email', 'push'] });
  });

  it('passes quiet hours, a pause and a digest where it is urgent', async () => {
    await world.quiet(me.id);
    await set(`paused_until = now() + interval '2 hours'`);
    await prefer({ in_app: 'digest', email: 'digest' });
    const id = await sent({ priority: 'urgent' });
    expect(await world.rowOf(me.id, id)).toMatchObject({
      held_until: null,
      decision: '',
      held: [],
      digest: [],
    });
    expect(await world.deliveriesOf(me.id, id)).toEqual(['email']);
  });

  it('is sent at once where it should wait for a digest that never comes', async () => {
    await prefer({ in_app: 'digest', email: 'digest' });
    const id = await sent();
    expect(await world.rowOf(me.id, id)).toMatchObject({ held_until: null, digest: [] });
    expect(await world.deliveriesOf(me.id, id)).toEqual(['email']);
  });

  it('waits for the last of what holds it to end', async () => {
    await world.quiet(me.id);
    await set(`paused_until = now() + interval '2 hours'`);
    expect(await world.rowOf(me.id, await sent())).toMatchObject({ decision: 'paused' });
    await set(`paused_until = now() + interval '1 minute'`);
    expect(await world.rowOf(me.id, await sent())).toMatchObject({ decision: 'quiet' });
    await set(`quiet_since = now() + interval '1 minute', paused_until = NULL`);
    expect(await world.rowOf(me.id, await sent())).toMatchObject({ decision: '' });
  });

  it('holds back a flood of one group that reached this reader, and no other', async () => {
    const other = await createUser(database.sql, { role: 'student' });
    const groupKey = `flood ${me.id}`;
    for (let i = 0; i < 6; i += 1) await sent({ to: [other.id], groupKey });
    for (let i = 0; i < 5; i += 1)
      expect(await world.rowOf(me.id, await sent({ groupKey }))).toMatchObject({ decision: '' });
    expect(await world.rowOf(me.id, await sent({ groupKey }))).toMatchObject({ decision: 'throttled' });
    expect(await world.rowOf(me.id, await sent({ groupKey, priority: 'urgent' }))).toMatchObject({
      decision: '',
    });
    expect(await world.rowOf(me.id, await sent({ groupKey: `${groupKey}!` }))).toMatchObject({
      decision: '',
    });
  });
});

describe('a stretch of quiet that is over', () => {
  it('releases five by one brief, in the browser, by one mail and one push', async () => {
    await world.subscribe(me.id);
    await prefer({ in_app: 'on', email: 'on', push: 'on' });
    await world.quiet(me.id);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push(await sent({ title: `Notice ${i}` }));
    for (let i = 0; i < 2; i += 1) ids.push(await sent({ kind: 'timetable', title: `Change ${i}` }));
    await world.tick();
    expect(await inbox()).toEqual([]);
    expect(await countUnread(database.sql, me.id)).toBe(0);

    await world.pass(me.id, 'hold');
    await world.tick();
    const shown = await inbox();
    const brief = shown.find((row) => row.kind === 'brief');
    expect(brief?.title).toBe('5 while it was quiet');
    expect(brief?.message.split('\n')).toEqual([
      '3 announcements, 2 timetable changes',
      ...['• Change 1', '• Change 0', '• Notice 2', '• Notice 1', '• Notice 0'],
    ]);
    expect(shown).toHaveLength(6);
    expect(shown[0]?.id).toBe(brief?.id);
    for (const id of ids) {
      expect(await world.rowOf(me.id, id)).toMatchObject({
        held_until: null,
        waits_until: null,
        held: [],
        decision: 'quiet',
        brief_id: brief?.id,
      });
      expect(await world.deliveriesOf(me.id, id)).toEqual([]);
    }
    expect(await world.deliveriesOf(me.id, brief?.id ?? '')).toEqual(['email', 'push']);
    expect(await countUnread(database.sql, me.id)).toBe(6);
    await world.tick();
    expect(await inbox()).toHaveLength(6);
  });

  it('speaks the language of its reader', async () => {
    await database.sql.query(`UPDATE app_user SET locale = 'de' WHERE id = $1`, [me.id]);
    await world.quiet(me.id);
    await sent();
    await sent();
    await world.pass(me.id, 'hold');
    await world.tick();
    expect((await inbox())[0]).toMatchObject({ title: '2 während der Ruhezeit' });
  });

  it('releases a single one as itself, told as if it had just come', async () => {
    await prefer({ in_app: 'on', email: 'on' });
    await world.quiet(me.id);
    const id = await sent();
    await world.pass(me.id, 'hold');
    await world.tick();
    expect((await inbox()).map((row) => row.id)).toEqual([id]);
    expect(await world.deliveriesOf(me.id, id)).toEqual(['email']);
    const { rows } = await database.sql.query<{ payload: { recipients: { user_ids: string[] } } }>(
      `SELECT value::jsonb -> 'payload' AS payload FROM outbox_event
       WHERE event_type = 'NOTIFICATION_QUEUED' AND partition_key = $1 ORDER BY id`,
      [id],
    );
    expect(rows.map((row) => row.payload.recipients.user_ids)).toEqual([[], [me.id]]);
  });

  it('does not disturb a pause that goes on, nor a second stretch that has begun', async () => {
    await world.quiet(me.id);
    const id = await sent();
    await world.pass(me.id, 'hold');
    await set(`paused_until = now() + interval '3 hours'`);
    await world.tick();
    expect(await inbox()).toEqual([]);
    expect(await world.rowOf(me.id, id)).toMatchObject({ decision: 'paused' });
    await world.pass(me.id, 'hold');
    await world.tick();
    expect(await inbox()).toHaveLength(1);
  });

  it('tells of nothing that was read or taken back meanwhile, and shows it all the same', async () => {
    await world.quiet(me.id);
    const [read, taken] = [await sent(), await sent()];
    await database.sql.query('UPDATE notification_recipient SET read_at = now() WHERE notification_id = $1', [
      read,
    ]);
    await database.sql.query('UPDATE notification SET withdrawn_at = now() WHERE id = $1', [taken]);
    await world.pass(me.id, 'hold');
    await world.tick();
    expect((await inbox()).map((row) => row.kind)).toEqual(['announcement', 'announcement']);
  });

  it('sends the mail that waited although the browser is off', async () => {
    await prefer({ in_app: 'off', email: 'on' });
    await world.quiet(me.id);
    const id = await sent();
    expect(await world.rowOf(me.id, id)).toMatchObject({ decision: 'off', held: ['email', 'push'] });
    await world.pass(me.id, 'hold');
    await world.tick();
    expect(await inbox()).toEqual([]);
    expect(await world.deliveriesOf(me.id, id)).toEqual(['email']);
  });

  it('ends a flood by saying how many more there are', async () => {
    const groupKey = `ended flood ${me.id}`;
    for (let i = 0; i < 12; i += 1) await sent({ groupKey });
    expect(await inbox()).toHaveLength(5);
    await world.pass(me.id, 'hold');
    await world.tick();
    expect((await inbox()).map((row) => row.title)[0]).toBe('7 more');
    expect(await inbox()).toHaveLength(13);
  });
});

describe('a digest', () => {
  it('gathers what is wanted so, lists it, and comes again', async () => {
    await set(`preset = 'everything'`);
    await prefer({ in_app: 'digest', email: 'digest' });
    await sent({ title: 'One' });
    await sent({ title: 'Two' });
    await sent({ title: 'At once', kind: 'timetable', channels: ['in_app'] });
    expect((await inbox()).map((row) => row.title)).toEqual(['At once']);
    await world.pass(me.id, 'digest');
    await world.tick();
    const digest = (await inbox()).find((row) => row.kind === 'digest');
    expect(digest?.message.split('\n')).toEqual(['2 announcements', '• Two', '• One']);
    expect(await world.deliveriesOf(me.id, digest?.id ?? '')).toEqual(['email']);
    expect(await inbox()).toHaveLength(4);
    const { rows } = await database.sql.query<{ next: boolean }>(
      'SELECT digest_at > now() AS next FROM notification_setting WHERE user_id = $1',
      [me.id],
    );
    expect(rows).toEqual([{ next: true }]);
  });

  it('waits for the end of a stretch of quiet', async () => {
    await prefer({ in_app: 'digest' });
    await world.quiet(me.id);
    await sent();
    await sent();
    await world.pass(me.id, 'digest');
    await world.tick();
    expect(await inbox()).toEqual([]);
    await world.pass(me.id, 'hold');
    await world.pass(me.id, 'digest');
    await world.tick();
    expect(await inbox()).toHaveLength(3);
  });

  it('goes by mail alone where the browser has had them already', async () => {
    await set(`preset = 'important'`);
    await prefer({ in_app: 'on', email: 'digest' });
    await sent();
    await sent();
    await world.pass(me.id, 'digest');
    await world.tick();
    expect((await inbox()).map((row) => row.kind)).toEqual(['announcement', 'announcement']);
    const { rows } = await database.sql.query(
      `SELECT channel::text FROM notification_delivery JOIN notification ON notification.id = notification_id
       WHERE user_id = $1 AND kind = 'digest'`,
      [me.id],
    );
    expect(rows).toEqual([{ channel: 'email' }]);
  });
});

it('what is released one by one is caught up with by whoever was away', async () => {
  await world.quiet(me.id);
  const id = await sent();
  await database.sql.query(
    `WITH numbered AS (SELECT event_id, row_number() OVER (ORDER BY id) AS seq FROM outbox_event)
     UPDATE outbox_event SET seq = numbered.seq FROM numbered WHERE numbered.event_id = outbox_event.event_id`,
  );
  const stamp = async () =>
    database.sql.query('UPDATE sequencer_head SET last_seq = (SELECT max(seq) FROM outbox_event)');
  await stamp();
  const { cursor } = await syncSince(database.sql, me.id, null);
  await world.pass(me.id, 'hold');
  await world.tick();
  await database.sql.query(
    `UPDATE outbox_event SET seq = later.seq FROM (
       SELECT event_id, (SELECT max(seq) FROM outbox_event) + row_number() OVER (ORDER BY id) AS seq
       FROM outbox_event WHERE seq IS NULL) AS later WHERE later.event_id = outbox_event.event_id`,
  );
  await stamp();
  const { missed } = await syncSince(database.sql, me.id, cursor);
  expect(missed.map((row) => row.id)).toEqual([id]);
});
