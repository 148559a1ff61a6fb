import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PayloadInput } from '@/lib/contracts/events/catalogue';
import { createEnvelope } from '@/lib/contracts/events/envelope';
import { many, openCommandWorld } from '@/tests/command-world';
import { onSendBulk } from './on-command';

let world: Awaited<ReturnType<typeof openCommandWorld>>;

beforeAll(async () => {
  world = await openCommandWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

describe('a command for many', () => {
  it('reaches all but those who are not known, and names each of these', async () => {
    const unknown = randomUUID();
    const payload = many({
      recipient_type: 'users',
      recipient_filter: { user_ids: [world.student.id, unknown, world.german.id.toUpperCase(), 'nobody'] },
    });
    expect(await world.sendBulk(payload)).toBe('done');
    const said = await world.answers();
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
    expect(await world.commandOf(payload.batch_id)).toMatchObject({ status: 'queued', recipients: 2 });
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
    expect(await world.sendBulk(many(given))).toBe('done');
    expect(await world.short()).toEqual([`FAILED ${why}`]);
  });

  it('is sent once however often it comes', async () => {
    const payload = many();
    for (let turn = 0; turn < 3; turn += 1) await world.sendBulk(payload);
    expect(await world.count('notification', `command_id = '${payload.batch_id}'`)).toBe(1);
    expect((await world.answers()).map(({ to }) => to)).toEqual([2, null, null]);
  });

  it('of our own has no row, and is still sent once', async () => {
    const payload = many();
    const event = createEnvelope('SEND_BULK', payload, { correlationId: 'own' });
    expect(await world.handle(event, onSendBulk)).toBe('done');
    expect(await world.handle({ ...event, event_id: randomUUID() }, onSendBulk)).toBe('skip');
    expect(await world.count('notification', `command_id = '${payload.batch_id}'`)).toBe(1);
    expect(await world.commandOf(payload.batch_id)).toBeUndefined();
  });
});

describe('a template', () => {
  beforeAll(async () => {
    await world.sql.query(
      `INSERT INTO notification_template (id, key, locale, title, body) VALUES
         (gen_random_uuid(), 'loan', 'en', '{{book}} is due', 'Return it until {{day}}.'),
         (gen_random_uuid(), 'loan', 'de', '{{book}} ist fällig', 'Bitte bis {{day}} zurückgeben.')`,
    );
  });

  it('speaks to each reader in their language, the values as plain text', async () => {
    const payload = many({ template_id: 'loan', template_data: { book: '<b>{{day}}</b>', day: 7 } });
    await world.sendBulk(payload);
    const { rows } = await world.sql.query(
      `SELECT title, message, user_id FROM notification JOIN notification_recipient ON notification_id = id
       WHERE command_id LIKE $1 ORDER BY title`,
      [`${payload.batch_id}%`],
    );
    expect(rows).toEqual([
      { title: '<b>{{day}}</b> is due', message: 'Return it until 7.', user_id: world.student.id },
      { title: '<b>{{day}}</b> ist fällig', message: 'Bitte bis 7 zurückgeben.', user_id: world.german.id },
    ]);
    expect((await world.answers()).map(({ name }) => name)).toEqual([payload.batch_id, payload.batch_id]);
    expect(await world.commandOf(payload.batch_id)).toMatchObject({ recipients: 2 });
    await world.sendBulk(payload);
    expect(await world.count('notification', `command_id LIKE '${payload.batch_id}%'`)).toBe(2);
  });

  it.each([
    [{ book: 'Emma' }, 'The variable "day" has no value'],
    [{ book: 'Emma', day: 1, hour: 2 }, 'The template has no variable "hour"'],
    [{ book: {}, day: 1 }, '"book" is neither a text nor a number'],
  ])('with %j is refused', async (template_data, why) => {
    await world.send(world.one({ template_id: 'loan', template_data }));
    expect(await world.short()).toEqual([`FAILED ${why}`]);
  });
});

describe('a crowd', () => {
  it('of 100,000 with one bad row reaches 99,999, by events that a log takes', async () => {
    await world.sql.query(
      `INSERT INTO app_user (id, email, name, role, password_hash)
       SELECT gen_random_uuid(), 'n' || n || '@crowd.example', 'N', 'student', 'none' FROM generate_series(1, 99999) AS n`,
    );
    const { rows } = await world.sql.query<{ id: string }>(
      `SELECT id FROM app_user WHERE email LIKE '%@crowd.example'`,
    );
    const bad = randomUUID();
    const payload = many({
      recipient_type: 'users',
      recipient_filter: { user_ids: [...rows.map(({ id }) => id), bad] },
    });
    expect(await world.sendBulk(payload)).toBe('done');
    expect(await world.count('notification_recipient', `notification_id = '${payload.batch_id}'`)).toBe(
      99_999,
    );
    const said = await world.answers();
    expect(said[0]).toMatchObject({ type: 'NOTIFICATION_QUEUED', to: 99_999 });
    expect(said.filter(({ type }) => type === 'NOTIFICATION_FAILED').map(({ user }) => user)).toEqual([bad]);
    expect(await world.count('outbox_event', 'length(value) > 400000')).toBe(0);
  }, 120_000);
});
