import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { Trace } from '@/lib/contracts/http/trace';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, openSession, type TestUser } from '@/tests/campus';
import { traceCorrelation } from './trace-correlation';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let users: [TestUser, TestUser, TestUser];

beforeAll(async () => {
  database = await createTestDatabase();
  const student = () => createUser(database.sql, { role: 'student' });
  users = [await student(), await student(), await student()];
});
afterAll(() => database.drop());

const at = (ms: number) => new Date(Date.parse('2026-01-05T10:00:00.000Z') + ms).toISOString();
const trace = async (correlationId: string, userId: string | null = null) =>
  Trace.parse(await traceCorrelation(database.sql, { correlationId, userId }));
const told = ({ steps }: Trace) => steps.map(({ kind, at: time, known, ms }) => [kind, time, known, ms]);

async function writeOutbox(
  correlationId: string,
  type: 'ANNOUNCEMENT_PUBLISHED' | 'NOTIFICATION_QUEUED',
  given: { eventId: string; writtenMs: number; relayedMs: number | null; metadata?: Record<string, string> },
) {
  const event = { ...exampleEnvelope(type), event_id: given.eventId, metadata: given.metadata ?? {} };
  await database.sql.query(
    `INSERT INTO outbox_event (event_id, topic, partition_key, partition_hash, event_type, value, correlation_id,
      created_at, relayed_at, seq)
    VALUES ($1, 'announcement.events', 'k', 1, $2, $3, $4, $5, $6,
      CASE WHEN $6::timestamptz IS NULL THEN NULL ELSE (SELECT coalesce(max(seq), 0) + 1 FROM outbox_event) END)`,
    [
      given.eventId,
      type,
      encodeEvent(event),
      correlationId,
      at(given.writtenMs),
      given.relayedMs === null ? null : at(given.relayedMs),
    ],
  );
}

const processed = (eventId: string, ms: number) =>
  database.sql.query(
    `INSERT INTO inbox_event (consumer_group, event_id, processed_at) VALUES ('notification-service-group', $1, $2)`,
    [eventId, at(ms)],
  );

async function notify(correlationId: string, sourceEventId: string, queuedEventId: string, ms: number) {
  const id = randomUUID();
  await database.sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, correlation_id, created_at)
    VALUES ($1, $2, 'announcement', $3, 'Fees of Asha Rao', 'Text', $4, $5)`,
    [id, sourceEventId, queuedEventId, correlationId, at(ms)],
  );
  for (const user of users)
    await database.sql.query(
      'INSERT INTO notification_recipient (notification_id, user_id, created_at) VALUES ($1, $2, $3)',
      [id, user.id, at(ms)],
    );
  return id;
}

async function arrive(notificationId: string, userId: string, sessionId: string | null, ms: number) {
  await database.sql.query(
    `UPDATE notification_recipient SET delivered_at = coalesce(delivered_at, $3)
    WHERE notification_id = $1 AND user_id = $2`,
    [notificationId, userId, at(ms)],
  );
  if (sessionId)
    await database.sql.query('INSERT INTO notification_arrival VALUES ($1, $2, $3, $4)', [
      notificationId,
      userId,
      sessionId,
      at(ms),
    ]);
}

it('follows a request to every screen, each step with the time since what led to it', async () => {
  const correlationId = `trace-${randomUUID()}`;
  const [published, queued] = [randomUUID(), randomUUID()];
  await writeOutbox(correlationId, 'ANNOUNCEMENT_PUBLISHED', {
    eventId: published,
    writtenMs: 12,
    relayedMs: 20,
    metadata: { requested_at: at(0), request: 'POST /api/announcements/a1/publish' },
  });
  await processed(published, 26);
  const notification = await notify(correlationId, published, queued, 26);
  await writeOutbox(correlationId, 'NOTIFICATION_QUEUED', { eventId: queued, writtenMs: 26, relayedMs: 33 });
  const [first, second, third] = users;
  const phone = await openSession(database.sql, first.id);
  await database.sql.query('UPDATE session SET user_agent = $2 WHERE id = $1', [first.sessionId, CHROME]);
  await database.sql.query('UPDATE session SET user_agent = $2 WHERE id = $1', [phone.sessionId, PHONE]);
  await arrive(notification, first.id, first.sessionId, 60);
  await arrive(notification, first.id, phone.sessionId, 90);
  await arrive(notification, second.id, null, 75);
  await database.sql.query(
    'UPDATE notification_recipient SET seen_at = $3, read_at = $4 WHERE notification_id = $1 AND user_id = $2',
    [notification, first.id, at(500), at(1_500)],
  );

  const whole = await trace(correlationId);
  expect(told(whole)).toEqual([
    ['request', at(0), 'received', null],
    ['written', at(12), 'began', 12],
    ['in_log', at(20), 'noted', 8],
    ['effect', at(26), 'began', 6],
    ['fan_out', at(26), 'began', 0],
    ['written', at(26), 'began', 0],
    ['in_log', at(33), 'noted', 7],
    ['pushed', null, 'not_recorded', null],
    ['arrived', at(60), 'began', 27],
    ['seen', at(500), 'began', 440],
    ['read', at(1_500), 'began', 1_000],
    ['arrived', at(75), 'began', 42],
    ['arrived', at(90), 'began', 57],
  ]);
  expect(whole.steps[0]?.request).toBe('POST /api/announcements/a1/publish');
  expect(
    whole.steps.filter(({ kind }) => kind === 'arrived').map(({ device, user_id }) => [device, user_id]),
  ).toEqual([
    ['Chrome on Linux', first.id],
    ['', second.id],
    ['Safari on iOS', first.id],
  ]);
  expect(whole.notifications).toEqual([
    {
      id: notification,
      kind: 'announcement',
      recipients: 3,
      delivered: 2,
      seen: 1,
      read: 1,
      screens: 3,
      shown_screens: 3,
      first_ms: 34,
      median_ms: 49,
      last_ms: 64,
    },
  ]);
  expect(JSON.stringify(whole)).not.toMatch(/Asha|Mozilla|@/);
  await arrive(notification, third.id, third.sessionId, 200);
  const forThird = await trace(correlationId, third.id);
  expect(forThird.steps.find(({ kind }) => kind === 'arrived')?.user_id).toBe(third.id);
});

it('says what is not known: not in the log yet, in it before it was noted, caused by another service', async () => {
  const [waiting, ahead, foreign] = [
    `wait-${randomUUID()}`,
    `ahead-${randomUUID()}`,
    `foreign-${randomUUID()}`,
  ];
  await writeOutbox(waiting, 'ANNOUNCEMENT_PUBLISHED', {
    eventId: randomUUID(),
    writtenMs: 0,
    relayedMs: null,
  });
  expect(told(await trace(waiting))).toEqual([
    ['written', at(0), 'began', null],
    ['in_log', null, 'not_recorded', null],
  ]);

  const early = randomUUID();
  await writeOutbox(ahead, 'ANNOUNCEMENT_PUBLISHED', { eventId: early, writtenMs: 0, relayedMs: 30 });
  await processed(early, 9);
  expect(told(await trace(ahead))).toEqual([
    ['written', at(0), 'began', null],
    ['in_log', at(9), 'at_latest', 9],
    ['effect', at(9), 'began', 0],
  ]);

  const [theirs, queued] = [randomUUID(), randomUUID()];
  await processed(theirs, 5);
  await notify(foreign, theirs, queued, 5);
  await writeOutbox(foreign, 'NOTIFICATION_QUEUED', { eventId: queued, writtenMs: 5, relayedMs: 8 });
  expect(told(await trace(foreign)).map(([kind]) => kind)).toEqual([
    'outside',
    'effect',
    'fan_out',
    'written',
    'in_log',
    'pushed',
  ]);
});

it('tells two requests of one id apart', async () => {
  const correlationId = `twice-${randomUUID()}`;
  for (const [n, request] of ['POST /api/announcements', 'POST /api/announcements/a1/publish'].entries())
    await writeOutbox(correlationId, 'ANNOUNCEMENT_PUBLISHED', {
      eventId: randomUUID(),
      writtenMs: n * 100 + 5,
      relayedMs: n * 100 + 9,
      metadata: { requested_at: at(n * 100), request },
    });
  const { steps } = await trace(correlationId);
  expect(steps.map(({ kind, ms, after }) => [kind, ms, after])).toEqual([
    ['request', null, null],
    ['written', 5, 0],
    ['in_log', 4, 1],
    ['request', null, null],
    ['written', 5, 3],
    ['in_log', 4, 4],
  ]);
});

it('knows nothing of what never was', async () => {
  await expect(trace('never-was-here')).rejects.toThrow();
});
