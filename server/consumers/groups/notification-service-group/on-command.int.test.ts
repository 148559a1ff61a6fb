import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PayloadInput } from '@/lib/contracts/events/catalogue';
import { openCommandWorld } from '@/tests/command-world';

let world: Awaited<ReturnType<typeof openCommandWorld>>;

beforeAll(async () => {
  world = await openCommandWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

describe('a command for one recipient', () => {
  it.each([
    ['SEND_IN_APP', 'in_app'],
    ['SEND_EMAIL', 'email'],
  ] as const)(
    '%s without channels goes by %s and is answered by its sender’s name',
    async (type, channel) => {
      const payload = world.one();
      expect(await world.send(payload, type)).toBe('done');
      expect(await world.answers()).toMatchObject([
        { type: 'NOTIFICATION_QUEUED', name: payload.notification_id, to: 1 },
      ]);
      expect(await world.commandOf(payload.notification_id)).toEqual({
        status: 'queued',
        reason: '',
        recipients: 1,
        service: 'library-service',
      });
      const mails = await world.count(
        `notification_delivery JOIN notification ON notification.id = notification_id`,
        `command_id = '${payload.notification_id}' AND channel = 'email' AND user_id = '${world.student.id}'`,
      );
      expect(mails).toBe(channel === 'email' ? 1 : 0);
    },
  );

  it('is sent once however often it comes, and answered each time', async () => {
    const payload = world.one({ notification_id: randomUUID() });
    for (let turn = 0; turn < 3; turn += 1) await world.send(payload);
    expect(await world.count('notification', `id = '${payload.notification_id}'`)).toBe(1);
    expect(
      await world.count('notification_recipient', `notification_id = '${payload.notification_id}'`),
    ).toBe(1);
    expect((await world.answers()).map(({ type, to }) => [type, to])).toEqual([
      ['NOTIFICATION_QUEUED', 1],
      ['NOTIFICATION_QUEUED', null],
      ['NOTIFICATION_QUEUED', null],
    ]);
  });

  it('finds an account by its address; who has none gets a mail or a text message alone', async () => {
    await world.send(
      world.one({ recipient_user_id: '', recipient_email: `${world.student.id}@TEST.example` }),
    );
    expect((await world.answers())[0]?.to).toBe(1);
    await world.send(world.one({ recipient_user_id: '', recipient_email: 'gran@example.org' }), 'SEND_EMAIL');
    await world.send(world.one({ recipient_user_id: '', recipient_phone: '+4366012345' }), 'SEND_SMS');
    const { rows } = await world.sql.query(
      'SELECT channel, address, status FROM notification_delivery WHERE user_id IS NULL ORDER BY channel',
    );
    expect(rows).toEqual([
      { channel: 'email', address: 'gran@example.org', status: 'queued' },
      { channel: 'sms', address: '+4366012345', status: 'queued' },
    ]);
    expect((await world.answers()).slice(1).map(({ type, channel }) => [type, channel])).toEqual([
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
    const payload = world.one(given);
    const before = await world.count('notification');
    expect(await world.send(payload)).toBe('done');
    expect(await world.short()).toEqual([`FAILED ${why}`]);
    expect(await world.send(payload)).toBe('skip');
    expect(await world.short()).toEqual([`FAILED ${why}`, `FAILED ${why}`]);
    expect(await world.count('notification')).toBe(before);
  });

  it('has a name, or is left to the dead letters', async () => {
    expect(await world.send(world.one({ notification_id: 'x'.repeat(201) }))).toBe('dead');
    expect(await world.send(world.one({ notification_id: 'x\u0000' }))).toBe('dead');
    expect(await world.cancel('')).toBe('dead');
  });
});
