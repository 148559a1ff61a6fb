import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChangeNotificationSettings } from '@/lib/contracts/http/notification-preference-requests';
import { createUnitOfWork, type UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { holdWorld } from '@/tests/hold-world';
import { changeRules } from './change-rules';
import { changeSettings, setCourse } from './change-settings';
import { readNotificationSettings, showNotificationRules } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let unitOfWork: UnitOfWork;
let me: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = createUnitOfWork(database, () => undefined);
});
afterAll(() => database.drop());
beforeEach(async () => {
  me = await createUser(database.sql, { role: 'student' });
});

const own = () => ({ userId: me.id, correlationId: randomUUID(), universityTimeZone: 'Europe/Vienna' });
const read = () => readNotificationSettings(database.sql, me.id, 'Europe/Vienna');
const change = async (change: ChangeNotificationSettings, ifMatch?: number) =>
  changeSettings(unitOfWork, { ...own(), ifMatch: ifMatch ?? (await read()).version, change });
const everyNight = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '22:00', until: '07:00' }));

it('begins the ordinary way, and has a digest planned from the first change on', async () => {
  expect(await read()).toMatchObject({
    version: 0,
    preset: 'important',
    own: [],
    quiet: null,
    digest_at: null,
  });
  const after = await change({ preset: 'quiet' });
  expect(after).toMatchObject({ version: 1, preset: 'quiet' });
  expect(Date.parse(after.digest_at ?? '')).toBeGreaterThan(Date.now());
  expect(await read()).toEqual(after);
});

it('keeps what departs from the preset until another preset is chosen', async () => {
  await change({ own: [{ category: 'material', email: 'digest' }] });
  const more = await change({
    own: [
      { category: 'material', push: 'on' },
      { category: 'message', push: 'off' },
    ],
  });
  expect(more.own).toEqual([
    { category: 'material', in_app: null, email: 'digest', sms: null, push: 'on' },
    { category: 'message', in_app: null, email: null, sms: null, push: 'off' },
  ]);
  expect((await change({ own: [{ category: 'message', push: null }] })).own).toHaveLength(1);
  expect((await change({ preset: 'everything' })).own).toEqual([]);
});

it('refuses a change of what is not so any more, and says how it is', async () => {
  const first = await change({ preset: 'quiet' });
  await expect(change({ preset: 'everything' }, 0)).rejects.toMatchObject({
    code: 'precondition.failed',
    details: { current: first },
  });
});

it('plans quiet on the clock of the university where the user has chosen no zone', async () => {
  const planned = await change({ quiet_hours: everyNight });
  expect(planned.quiet?.since).toMatch(/T2[01]:00:00/);
  expect(planned.time_zone).toBe('Europe/Vienna');
});

it('releases what waits for a pause that is taken back', async () => {
  const world = holdWorld({ sql: database.sql, unitOfWork });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect((await change({ paused_until: until })).paused_until).toBe(until);
  const id = await world.send({ to: [me.id] });
  expect(await world.rowOf(me.id, id)).toMatchObject({ decision: 'paused' });
  const later = new Date(Date.now() + 7_200_000).toISOString();
  await change({ paused_until: later });
  expect((await world.rowOf(me.id, id))?.waits_until?.toISOString()).toBe(later);
  expect((await change({ paused_until: null })).paused_until).toBeNull();
  await world.tick();
  expect(await world.rowOf(me.id, id)).toMatchObject({ held_until: null });
});

it('tells the user’s other tabs, and nobody else', async () => {
  await change({ preset: 'quiet' });
  const { rows } = await database.sql.query<{ user: string; changes: unknown }>(
    `SELECT value::jsonb #>> '{payload,user_id}' AS user, value::jsonb #> '{payload,changes}' AS changes
     FROM outbox_event WHERE event_type = 'PROFILE_UPDATED' AND partition_key = $1`,
    [me.id],
  );
  expect(rows).toEqual([{ user: me.id, changes: { notification_settings: { old_value: 0, new_value: 1 } } }]);
});

describe('what a body may hold', () => {
  it.each([
    {},
    { preset: 'loud' },
    { own: [{ category: 'gossip', email: 'on' }] },
    { own: [{ category: 'message' }, { category: 'message' }] },
    { quiet_hours: [{ weekday: 8, from: '22:00', until: '07:00' }] },
    { quiet_hours: [{ weekday: 1, from: '24:00', until: '07:00' }] },
    { quiet_hours: [{ weekday: 1, from: '07:00', until: '07:00' }] },
    { paused_until: '2020-01-01T00:00:00Z' },
    { paused_until: '9999-01-01T00:00:00Z' },
    { digest: { frequency: 'hourly', weekday: 1, time: '18:00' } },
    { unknown: 1 },
  ])('not %j', (body) => {
    expect(ChangeNotificationSettings.safeParse(body).success).toBe(false);
  });
});

it('knows no course that the user is not in', async () => {
  for (const courseId of [randomUUID(), 'no id'])
    await expect(
      setCourse(unitOfWork, { ...own(), courseId, set: { level: 'muted', muted_until: null } }),
    ).rejects.toMatchObject({ code: 'resource.not_found' });
});

it('keeps the university’s rules, says who changed them, and refuses an old version', async () => {
  const actor = { userId: me.id, sessionId: me.sessionId, role: 'admin' as const };
  const set = { rules: [{ category: 'security' as const, channels: ['email' as const] }] };
  const request = { actor, correlationId: randomUUID(), ifMatch: 0, set };
  const after = await changeRules(unitOfWork, request);
  expect(after).toMatchObject({ rules: set.rules, changed: { by: { id: me.id } }, version: 1 });
  expect(Date.parse(after.changed?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
  expect((await read()).mandatory).toEqual(set.rules);
  await expect(changeRules(unitOfWork, request)).rejects.toMatchObject({ code: 'precondition.failed' });
  const student = { ...request, actor: { ...actor, role: 'student' as const }, ifMatch: 1 };
  await expect(changeRules(unitOfWork, student)).rejects.toMatchObject({ code: 'auth.forbidden' });
  const shown = async (role: 'student' | 'admin') =>
    (await showNotificationRules(database.sql, { role })).changed?.by?.id;
  expect([await shown('admin'), await shown('student')]).toEqual([me.id, undefined]);
  const { rows } = await database.sql.query(
    `SELECT actor_id, detail FROM audit_entry WHERE action = 'notification.rules_changed'`,
  );
  expect(rows).toEqual([{ actor_id: me.id, detail: { before: {}, after: { security: ['email'] } } }]);
});
