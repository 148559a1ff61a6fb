import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType, PayloadInput } from '@/lib/contracts/events/catalogue';
import { createEnvelope, type Envelope } from '@/lib/contracts/events/envelope';
import { listCommands } from '@/lib/domain/notification/command/list-commands';
import { retryFailed } from '@/lib/domain/notification/command/retry-failed';
import { sendDue } from '@/lib/domain/notification/command/send-due';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { createLogger } from '@/lib/infra/logger/logger';
import { createUnitOfWork, type UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import type { HandlerContext, Outcome } from '../../outcome';
import { onCancelNotification, onSendBulk, onSingleCommand } from './on-command';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let unitOfWork: UnitOfWork;
let student: TestUser;
let german: TestUser;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 6 });
  unitOfWork = createUnitOfWork(database, () => undefined);
  const departmentId = await createDepartment(database.sql, 'CS');
  student = await createUser(database.sql, { role: 'student', departmentId });
  german = await createUser(database.sql, { role: 'student', departmentId });
  await database.sql.query(`UPDATE app_user SET locale = 'de' WHERE id = $1`, [german.id]);
  await database.sql.query(`INSERT INTO notification_setting (user_id, preset) VALUES ($1, 'everything')`, [
    student.id,
  ]);
  await createUser(database.sql, { role: 'faculty' });
});
afterAll(() => database.drop());
beforeEach(() => database.sql.query('TRUNCATE outbox_event'));

const logger = createLogger({ level: 'silent', service: 'test' });

/** What another service has said is handled as the consumer does it: in one transaction. */
async function handle<E extends Envelope>(
  event: E,
  handler: (event: E, context: HandlerContext) => Promise<Outcome>,
): Promise<Outcome['kind']> {
  const { kind } = await unitOfWork.run({ correlationId: event.correlation_id }, (tx) =>
    handler(event, { tx, logger, timeZone: 'UTC' }),
  );
  return kind;
}

const envelope = <T extends EventType>(type: T, payload: PayloadInput<T>) =>
  createEnvelope(type, payload, { serviceName: 'library-service', correlationId: `from-${randomUUID()}` });

const one = (given: Partial<PayloadInput<'SEND_IN_APP'>> = {}): PayloadInput<'SEND_IN_APP'> => ({
  notification_id: `loan-${randomUUID()}`,
  recipient_user_id: student.id,
  notification_type: 'library',
  title: 'A book is due',
  message: 'Please return it.',
  priority: 'normal',
  ...given,
});

const many = (given: Partial<PayloadInput<'SEND_BULK'>> = {}): PayloadInput<'SEND_BULK'> => ({
  batch_id: randomUUID(),
  recipient_type: 'role',
  recipient_filter: { role_names: ['student'] },
  notification_type: 'library',
  title: 'The library closes',
  message: 'At noon.',
  channels: ['in_app'],
  priority: 'normal',
  ...given,
});

const send = (payload = one(), type: Parameters<typeof single>[0] = 'SEND_IN_APP') =>
  handle(single(type, payload), onSingleCommand);
const single = (
  type: 'SEND_EMAIL' | 'SEND_SMS' | 'SEND_PUSH' | 'SEND_IN_APP' | 'SCHEDULE_NOTIFICATION',
  payload: PayloadInput<'SEND_IN_APP'>,
) => envelope(type, payload);
const sendBulk = (payload = many()) => handle(envelope('SEND_BULK', payload), onSendBulk);
const cancel = (id: string) =>
  handle(
    envelope('CANCEL_NOTIFICATION', {
      notification_id: id,
      reason: 'called off',
      cancelled_by: 'library',
      cancelled_at: new Date().toISOString(),
    }),
    onCancelNotification,
  );
const due = () => unitOfWork.run({ correlationId: 'clock' }, sendDue);

interface Said {
  type: string;
  name: string;
  user: string;
  channel: string;
  why: string;
  to: number | null;
}
/** The answers on `notification.status`, in their order. */
async function answers(): Promise<Said[]> {
  const { rows } = await database.sql.query<Said>(
    `SELECT event_type AS type, value::jsonb #>> '{payload,queue_id}' AS name, value::jsonb #>> '{payload,user_id}' AS user,
       value::jsonb #>> '{payload,channel}' AS channel, value::jsonb #>> '{payload,error_message}' AS why,
       (value::jsonb #>> '{payload,recipients,count}')::int AS to
     FROM outbox_event WHERE topic = 'notification.status' ORDER BY id`,
  );
  return rows;
}
const short = async () =>
  (await answers()).map(({ type, why }) => [type.replace('NOTIFICATION_', ''), why].join(' ').trim());
const emitted = async () =>
  (
    await database.sql.query<{ event_type: string }>(
      `SELECT event_type FROM outbox_event WHERE topic = 'notification.commands' ORDER BY id`,
    )
  ).rows.map((row) => row.event_type);
const count = async (table: string, condition = 'true') =>
  (await database.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`))
    .rows[0]?.n ?? 0;
const commandOf = async (id: string) =>
  (
    await database.sql.query<{ status: string; reason: string; recipients: number; service: string }>(
      'SELECT status, reason, recipients, service FROM notification_command WHERE id = $1',
      [id],
    )
  ).rows[0];
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const makeDue = (id: string) =>
  database.sql.query(
    `UPDATE notification_command SET scheduled_at = now() - interval '1 minute' WHERE id = $1`,
    [id],
  );

describe('a command for one recipient', () => {
  it.each([
    ['SEND_IN_APP', 'in_app'],
    ['SEND_EMAIL', 'email'],
  ] as const)(
    '%s without channels goes by %s and is answered by its sender’s name',
    async (type, channel) => {
      const payload = one();
      expect(await send(payload, type)).toBe('done');
      expect(await answers()).toMatchObject([
        { type: 'NOTIFICATION_QUEUED', name: payload.notification_id, to: 1 },
      ]);
      expect(await commandOf(payload.notification_id)).toEqual({
        status: 'queued',
        reason: '',
        recipients: 1,
        service: 'library-service',
      });
      const mails = await count(
        `notification_delivery JOIN notification ON notification.id = notification_id`,
        `command_id = '${payload.notification_id}' AND channel = 'email' AND user_id = '${student.id}'`,
      );
      expect(mails).toBe(channel === 'email' ? 1 : 0);
    },
  );

  it('is sent once however often it comes, and answered each time', async () => {
    const payload = one({ notification_id: randomUUID() });
    for (let turn = 0; turn < 3; turn += 1) await send(payload);
    expect(await count('notification', `id = '${payload.notification_id}'`)).toBe(1);
    expect(await count('notification_recipient', `notification_id = '${payload.notification_id}'`)).toBe(1);
    expect((await answers()).map(({ type, to }) => [type, to])).toEqual([
      ['NOTIFICATION_QUEUED', 1],
      ['NOTIFICATION_QUEUED', null],
      ['NOTIFICATION_QUEUED', null],
    ]);
  });

  it('finds an account by its address; who has none gets a mail or a text message alone', async () => {
    await send(one({ recipient_user_id: '', recipient_email: `${student.id}@TEST.example` }));
    expect((await answers())[0]?.to).toBe(1);
    await send(one({ recipient_user_id: '', recipient_email: 'gran@example.org' }), 'SEND_EMAIL');
    await send(one({ recipient_user_id: '', recipient_phone: '+4366012345' }), 'SEND_SMS');
    const { rows } = await database.sql.query(
      'SELECT channel, address, status FROM notification_delivery WHERE user_id IS NULL ORDER BY channel',
    );
    expect(rows).toEqual([
      { channel: 'email', address: 'gran@example.org', status: 'queued' },
      { channel: 'sms', address: '+4366012345', status: 'queued' },
    ]);
    expect((await answers()).slice(1).map(({ type, channel }) => [type, channel])).toEqual([
      ['NOTIFICATION_QUEUED', 'email'],
      ['NOTIFICATION_QUEUED', 'sms'],
    ]);
  });

  it.each<[string, Partial<PayloadInput<'SEND_IN_APP'>>, string]>([
    ['an unknown user', { recipient_user_id: randomUUID() }, 'There is no such user'],
    ['a user who cannot be one', { recipient_user_id: 'x\u0000' }, 'There is no such user'],
    ['no recipient', { recipient_user_id: '' }, 'The command names no recipient'],
    [
      'an address of nobody, for the browser',
      { recipient_user_id: '', recipient_email: 'gran@example.org' },
      'Nobody here has this address, and none of the channels goes to an address alone',
    ],
    [
      'an address that is none',
      { recipient_user_id: '', recipient_email: 'gran', channels: ['email'] },
      'This is no e-mail address',
    ],
    ['a text message to whom has no phone', { channels: ['sms'] }, 'The recipient has no phone number'],
    ['an unknown channel', { channels: ['pigeon'] }, 'Unknown channel in channels: pigeon'],
    ['an unknown template', { template_id: 'nope' }, 'There is no template "nope"'],
    ['what has expired', { expires_at: '2020-01-01T00:00:00Z' }, 'It has expired'],
    ['no title', { title: ' ' }, 'The title must have 1 to 200 characters'],
    ['a null character', { title: 'a\u0000b' }, 'The title must have 1 to 200 characters'],
    [
      'a link that runs',
      { action_url: 'javascript:alert(1)' },
      'The action_url is neither a path nor a web address',
    ],
  ])('is refused for %s, and its sender told', async (_what, given, why) => {
    const payload = one(given);
    const before = await count('notification');
    expect(await send(payload)).toBe('done');
    expect(await short()).toEqual([`FAILED ${why}`]);
    expect(await send(payload)).toBe('skip');
    expect(await short()).toEqual([`FAILED ${why}`, `FAILED ${why}`]);
    expect(await count('notification')).toBe(before);
  });

  it('has a name, or is left to the dead letters', async () => {
    expect(await send(one({ notification_id: 'x'.repeat(201) }))).toBe('dead');
    expect(await send(one({ notification_id: 'x\u0000' }))).toBe('dead');
    expect(await cancel('')).toBe('dead');
  });
});

describe('a command for many', () => {
  it('reaches all but those who are not known, and names each of these', async () => {
    const unknown = randomUUID();
    const payload = many({
      recipient_type: 'users',
      recipient_filter: { user_ids: [student.id, unknown, german.id.toUpperCase(), 'nobody'] },
    });
    expect(await sendBulk(payload)).toBe('done');
    const said = await answers();
    expect(said[0]).toMatchObject({ type: 'NOTIFICATION_QUEUED', name: payload.batch_id, to: 2 });
    expect(
      said
        .slice(1)
        .map(({ type, user }) => [type, user])
        .sort(),
    ).toEqual(
      [
        ['NOTIFICATION_FAILED', unknown],
        ['NOTIFICATION_FAILED', 'nobody'],
      ].sort(),
    );
    expect(await commandOf(payload.batch_id)).toMatchObject({ status: 'queued', recipients: 2 });
  });

  it.each<[string, Partial<PayloadInput<'SEND_BULK'>>, string]>([
    [
      'an unknown role',
      { recipient_filter: { role_names: ['wizard'] } },
      'Unknown role in recipient_filter.role_names',
    ],
    ['groups, which are not kept', { recipient_type: 'group' }, 'recipient_type "group" is not known here'],
    [
      'semesters, which would narrow it',
      { recipient_type: 'department', recipient_filter: { department_ids: ['CS'], semesters: [3] } },
      'There are no semesters here',
    ],
    [
      'nobody who is known',
      { recipient_type: 'department', recipient_filter: { department_ids: ['XX', 'x\u0000'] } },
      'The command names nobody who is known here',
    ],
    ['an unknown channel', { channels: ['in_app', 'fax'] }, 'Unknown channel in channels: in_app, fax'],
  ])('is refused for %s', async (_what, given, why) => {
    expect(await sendBulk(many(given))).toBe('done');
    expect(await short()).toEqual([`FAILED ${why}`]);
  });

  it('is sent once however often it comes', async () => {
    const payload = many();
    for (let turn = 0; turn < 3; turn += 1) await sendBulk(payload);
    expect(await count('notification', `command_id = '${payload.batch_id}'`)).toBe(1);
    expect((await answers()).map(({ to }) => to)).toEqual([2, null, null]);
  });

  it('of our own has no row, and is still sent once', async () => {
    const payload = many();
    const event = createEnvelope('SEND_BULK', payload, { correlationId: 'own' });
    expect(await handle(event, onSendBulk)).toBe('done');
    expect(await handle({ ...event, event_id: randomUUID() }, onSendBulk)).toBe('skip');
    expect(await count('notification', `command_id = '${payload.batch_id}'`)).toBe(1);
    expect(await commandOf(payload.batch_id)).toBeUndefined();
  });
});

describe('a template', () => {
  beforeAll(async () => {
    await database.sql.query(
      `INSERT INTO notification_template (id, key, locale, title, body) VALUES
         (gen_random_uuid(), 'loan', 'en', '{{book}} is due', 'Return it until {{day}}.'),
         (gen_random_uuid(), 'loan', 'de', '{{book}} ist fällig', 'Bitte bis {{day}} zurückgeben.')`,
    );
  });

  it('speaks to each reader in their language, the values as plain text', async () => {
    const payload = many({ template_id: 'loan', template_data: { book: '<b>{{day}}</b>', day: 7 } });
    await sendBulk(payload);
    const { rows } = await database.sql.query(
      `SELECT title, message, user_id FROM notification JOIN notification_recipient ON notification_id = id
       WHERE command_id LIKE $1 ORDER BY title`,
      [`${payload.batch_id}%`],
    );
    expect(rows).toEqual([
      { title: '<b>{{day}}</b> is due', message: 'Return it until 7.', user_id: student.id },
      { title: '<b>{{day}}</b> ist fällig', message: 'Bitte bis 7 zurückgeben.', user_id: german.id },
    ]);
    expect((await answers()).map(({ name }) => name)).toEqual([payload.batch_id, payload.batch_id]);
    expect(await commandOf(payload.batch_id)).toMatchObject({ recipients: 2 });
    await sendBulk(payload);
    expect(await count('notification', `command_id LIKE '${payload.batch_id}%'`)).toBe(2);
  });

  it.each([
    [{ book: 'Emma' }, 'The variable "day" has no value'],
    [{ book: 'Emma', day: 1, hour: 2 }, 'The template has no variable "hour"'],
    [{ book: {}, day: 1 }, '"book" is neither a text nor a number'],
  ])('with %j is refused', async (template_data, why) => {
    await send(one({ template_id: 'loan', template_data }));
    expect(await short()).toEqual([`FAILED ${why}`]);
  });
});

describe('a schedule', () => {
  it('is answered, waits, and is sent when it is due', async () => {
    const payload = one({ scheduled_at: inAnHour(), channels: ['in_app', 'email'] });
    expect(await send(payload, 'SCHEDULE_NOTIFICATION')).toBe('done');
    expect(await send(payload, 'SCHEDULE_NOTIFICATION')).toBe('skip');
    expect(await short()).toEqual(['QUEUED', 'QUEUED']);
    expect(await due()).toBe(false);
    await makeDue(payload.notification_id);
    expect([await due(), await due()]).toEqual([true, false]);
    expect(await emitted()).toEqual(['SEND_IN_APP']);
    expect(await send(payload)).toBe('done');
    expect(await send(payload)).toBe('skip');
    expect((await answers()).map(({ to }) => to)).toEqual([null, null, 1, null]);
  });

  it('of a bulk waits as well', async () => {
    const payload = many({ scheduled_at: inAnHour() });
    await sendBulk(payload);
    expect(await commandOf(payload.batch_id)).toMatchObject({ status: 'scheduled' });
    await makeDue(payload.batch_id);
    await due();
    expect(await emitted()).toEqual(['SEND_BULK']);
    await sendBulk({ ...payload, scheduled_at: new Date(Date.now() - 60_000).toISOString() });
    expect((await answers()).map(({ to }) => to)).toEqual([null, 2]);
  });

  it.each([
    [{ scheduled_at: null }, 'A schedule needs its time'],
    [{ scheduled_at: '2020-01-01T00:00:00Z' }, 'The time of the schedule has passed'],
    [
      { scheduled_at: '2999-01-02T00:00:00Z', expires_at: '2999-01-01T00:00:00Z' },
      'It would expire before it is sent',
    ],
  ])('%j is refused', async (given, why) => {
    await send(one(given), 'SCHEDULE_NOTIFICATION');
    expect(await short()).toEqual([`FAILED ${why}`]);
  });

  it('that has expired when it is due is not sent', async () => {
    const payload = one({ scheduled_at: inAnHour(), expires_at: '2999-01-01T00:00:00Z' });
    await send(payload, 'SCHEDULE_NOTIFICATION');
    await database.sql.query(
      `UPDATE notification_command SET payload = payload || '{"expires_at":"2020-01-01T00:00:00Z"}' WHERE id = $1`,
      [payload.notification_id],
    );
    await makeDue(payload.notification_id);
    await due();
    expect(await emitted()).toEqual([]);
    expect(await short()).toEqual(['QUEUED', 'FAILED It expired before it could be sent']);
    expect(await commandOf(payload.notification_id)).toMatchObject({ status: 'expired' });
  });

  it('is cancelled until it is sent', async () => {
    const payload = one({ scheduled_at: inAnHour() });
    await send(payload, 'SCHEDULE_NOTIFICATION');
    await cancel(payload.notification_id);
    await cancel(payload.notification_id);
    await makeDue(payload.notification_id);
    expect(await due()).toBe(false);
    expect(await send(payload)).toBe('skip');
    const why = 'FAILED Cancelled: called off';
    expect(await short()).toEqual(['QUEUED', why, why, why]);
    await cancel('never-heard-of');
    expect((await short()).at(-1)).toBe('FAILED There is nothing of this name to cancel');
  });

  it('cancelled in the second it fires is either sent or cancelled, and its sender knows which', async () => {
    const outcomes = new Set<string>();
    for (let turn = 0; turn < 12; turn += 1) {
      await database.sql.query('TRUNCATE outbox_event');
      const payload = one({ scheduled_at: inAnHour() });
      await send(payload, 'SCHEDULE_NOTIFICATION');
      await makeDue(payload.notification_id);
      // Each goes first in half of the turns; who has the row first is the database's to say.
      const both =
        turn % 2 === 0 ? [due(), cancel(payload.notification_id)] : [cancel(payload.notification_id), due()];
      await Promise.all(both);
      if ((await emitted()).length > 0) await send(payload);
      const told = await short();
      const sent = await count('notification', `command_id = '${payload.notification_id}'`);
      outcomes.add(sent === 1 ? 'sent' : 'cancelled');
      expect(told).toContain(
        sent === 1 ? 'QUEUED Too late to cancel: it is sent' : 'FAILED Cancelled: called off',
      );
      expect(told.filter((each) => each.startsWith('FAILED'))).toHaveLength(1 - sent);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

describe('the board', () => {
  it('counts each channel, and puts what has failed back into its queue', async () => {
    const payload = one({ recipient_user_id: '', recipient_email: 'gran2@example.org' });
    await send(payload, 'SEND_EMAIL');
    await database.sql.query(
      `UPDATE notification_delivery SET status = 'failed', attempts = 9, next_try_at = NULL, failed_at = now()
       WHERE address = 'gran2@example.org'`,
    );
    const shown = async () =>
      (await listCommands(database.sql, WHOLE_LIST)).items.find(({ id }) => id === payload.notification_id);
    const none = { queued: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
    expect(await shown()).toMatchObject({
      type: 'SEND_EMAIL',
      recipients: 1,
      channels: [{ ...none, channel: 'email', failed: 1 }],
    });
    const again = () => retryFailed(unitOfWork, { correlationId: 'again', id: payload.notification_id });
    expect([await again(), await again()]).toEqual([{ retried: 1 }, { retried: 0 }]);
    expect((await shown())?.channels).toEqual([{ ...none, channel: 'email', queued: 1 }]);
    const { rows } = await database.sql.query(
      `SELECT attempts, next_try_at IS NOT NULL AS waits FROM notification_delivery WHERE address = 'gran2@example.org'`,
    );
    expect(rows).toEqual([{ attempts: 0, waits: true }]);
  });
});

describe('a crowd', () => {
  it('of 100,000 with one bad row reaches 99,999, by events that a log takes', async () => {
    await database.sql.query(
      `INSERT INTO app_user (id, email, name, role, password_hash)
       SELECT gen_random_uuid(), 'n' || n || '@crowd.example', 'N', 'student', 'none' FROM generate_series(1, 99999) AS n`,
    );
    const { rows } = await database.sql.query<{ id: string }>(
      `SELECT id FROM app_user WHERE email LIKE '%@crowd.example'`,
    );
    const bad = randomUUID();
    const payload = many({
      recipient_type: 'users',
      recipient_filter: { user_ids: [...rows.map(({ id }) => id), bad] },
    });
    expect(await sendBulk(payload)).toBe('done');
    expect(await count('notification_recipient', `notification_id = '${payload.batch_id}'`)).toBe(99_999);
    const said = await answers();
    expect(said[0]).toMatchObject({ type: 'NOTIFICATION_QUEUED', to: 99_999 });
    expect(said.filter(({ type }) => type === 'NOTIFICATION_FAILED').map(({ user }) => user)).toEqual([bad]);
    expect(await count('outbox_event', 'length(value) > 400000')).toBe(0);
  }, 120_000);
});
