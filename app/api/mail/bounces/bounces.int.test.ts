import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createMailer } from '@/lib/infra/mail/mailer';
import { createUnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import { writeMail } from '@/lib/infra/mail/write-mail';
import { bounceMail } from '@/lib/infra/testing/bounce-mail';
import { startMailServer } from '@/lib/infra/testing/test-mail-server';
import { createEmailPort } from '@/server/channels/email-port';
import { sendDue } from '@/server/channels/run-channel';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { openChannelWorld } from '@/tests/channel-world';
import { prepareWebServices } from '@/tests/web-services';

const SECRET = 'the secret of the mailbox';
let services: Awaited<ReturnType<typeof prepareWebServices>>;
let world: Awaited<ReturnType<typeof openChannelWorld>>;
let reader: TestUser;

beforeAll(async () => {
  services = await prepareWebServices({ MAIL_BOUNCE_SECRET: SECRET });
  world = await openChannelWorld(services);
  reader = await createUser(world.sql, { role: 'student' });
  await world.sql.query(`UPDATE app_user SET email = 'ada@test.example' WHERE id = $1`, [reader.id]);
});
beforeEach(async () => {
  await world.clear();
  await world.sql.query('TRUNCATE mail_bounce');
});
afterAll(() => services.drop());

async function hand(message: unknown, authorization = `Bearer ${SECRET}`) {
  const response = await callRoute('POST /api/mail/bounces', {
    body: { message },
    headers: { authorization },
  });
  return { status: response.status, ...(await response.json()) };
}

async function send(settings: { bounceAddress: string | null }) {
  const server = await startMailServer();
  const mailer = createMailer({ url: server.url, from: 'NimbusU <no-reply@test.example>', ...settings });
  const port = createEmailPort({
    mailer,
    sql: world.sql,
    siteOrigin: 'https://portal.example.edu',
    tokens: createUnsubscribeTokens('a secret of this test'),
  });
  while ((await sendDue(world.services, port)) === 'again');
  mailer.close();
  await server.stop();
  return server;
}
const queue = (address = 'Ada@test.example') => world.queue({ channel: 'email', userId: reader.id, address });
async function sent() {
  const id = await queue();
  await send({ bounceAddress: null });
  expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
  return id;
}
/** What the reader is told of it in another way. */
async function toldOwner() {
  const { rows } = await world.sql.query(
    `SELECT value::jsonb -> 'payload' ->> 'message' AS message FROM outbox_event WHERE event_type = 'SEND_BULK'`,
  );
  return rows;
}

it('a mail that came back has failed, once, with the words of the server and the time it was sent', async () => {
  const id = await sent();
  expect(await hand(bounceMail(id))).toMatchObject({ status: 200, outcome: 'failed' });
  const failed = await world.delivery(id);
  expect(failed).toMatchObject({
    status: 'failed',
    last_error: expect.stringMatching(/^550 5\.1\.1 .*User unknown$/),
    sent_at: expect.any(Date),
    failed_at: expect.any(Date),
    next_try_at: null,
  });
  const told = await world.told(id);
  expect(told.map(({ event_type }) => event_type)).toEqual(['NOTIFICATION_SENT', 'NOTIFICATION_FAILED']);
  expect(told[1]?.payload).toMatchObject({ user_id: reader.id, channel: 'email', status: 'failed' });
  expect(await hand(bounceMail(id))).toMatchObject({ outcome: 'known' });
  // Another report of the same mail is news of nothing.
  expect(await hand(bounceMail(id, { words: '550 5.1.1 gone' }))).toMatchObject({ outcome: 'failed' });
  expect(await world.delivery(id)).toEqual(failed);
  expect(await world.told(id)).toEqual(told);
});

it('the same report says nothing of what has been tried again since', async () => {
  const id = await sent();
  await hand(bounceMail(id, { status: '5.2.2' }));
  await world.sql.query(`UPDATE notification_delivery SET status = 'queued', next_try_at = now()`);
  expect(await hand(bounceMail(id, { status: '5.2.2' }))).toMatchObject({ outcome: 'known' });
  expect(await world.delivery(id)).toMatchObject({ status: 'queued' });
});

it('one that is put off further on stays sent, and says why; it may come back all the same', async () => {
  const id = await sent();
  const delayed = bounceMail(id, { action: 'delayed', status: '4.4.1', words: 'connection timed out' });
  expect(await hand(delayed)).toMatchObject({ status: 200, outcome: 'delayed' });
  expect(await world.delivery(id)).toMatchObject({
    status: 'sent',
    last_error: '4.4.1 connection timed out',
  });
  expect(await world.told(id)).toHaveLength(1);
  expect(await hand(bounceMail(id, { status: '4.4.7' }))).toMatchObject({ outcome: 'failed' });
  expect(await hand(delayed.replace('UTC', 'GMT'))).toMatchObject({ outcome: 'delayed' });
  expect(await world.delivery(id)).toMatchObject({
    status: 'failed',
    last_error: expect.stringContaining('4.4.7'),
  });
  const next = await queue();
  await send({ bounceAddress: null });
  expect(await world.delivery(next)).toMatchObject({ status: 'sent' });
});

it('to an address without a mailbox nothing more is sent, until it is another or a month has passed', async () => {
  const both = [await queue(), await queue()];
  await send({ bounceAddress: null });
  for (const id of both) expect(await hand(bounceMail(id))).toMatchObject({ outcome: 'failed' });
  expect(await toldOwner()).toEqual([{ message: expect.stringContaining('ada@test.example') }]);
  const [again, elsewhere] = [await queue(), await queue('ada@other.example')];
  const server = await send({ bounceAddress: null });
  expect(await world.delivery(again)).toMatchObject({
    status: 'failed',
    last_error: 'mail to this address comes back',
  });
  expect(await world.delivery(elsewhere)).toMatchObject({ status: 'sent' });
  expect(server.taken).toHaveLength(1);
  expect(await world.state()).toMatchObject({ failures: 0, open_until: null });
  await world.sql.query(`UPDATE mail_bounce SET received_at = now() - interval '31 days'`);
  const later = await queue();
  await send({ bounceAddress: null });
  expect(await world.delivery(later)).toMatchObject({ status: 'sent' });
});
it('a mail to an account keeps what was said of it, and its address counts too', async () => {
  const id = randomUUID();
  await writeMail(world.sql, 'ada@test.example', { subject: 'Set a password', text: 'https://' }, id);
  await hand(bounceMail(id));
  expect((await world.sql.query('SELECT * FROM mail')).rows).toEqual([
    expect.objectContaining({ next_try_at: null, body: null, last_error: expect.stringContaining('5.1.1') }),
  ]);
  const next = await queue();
  await send({ bounceAddress: null });
  expect(await world.delivery(next)).toMatchObject({ status: 'failed' });
});

it('each mail goes out with an address to come back to, and its report there finds it', async () => {
  const id = await queue();
  const server = await send({ bounceAddress: 'bounces@portal.example' });
  expect(server.envelopes).toEqual([{ from: `bounces+${id}@portal.example`, to: ['Ada@test.example'] }]);
  const report = bounceMail(randomUUID(), { to: server.envelopes[0]?.from ?? '', returned: '' });
  expect(await hand(report)).toMatchObject({ outcome: 'failed' });
  expect(await world.delivery(id)).toMatchObject({ status: 'failed' });
});

it('who does not know the secret says nothing; what is no report of our mail is refused with the reason', async () => {
  const id = await sent();
  for (const authorization of ['', 'Bearer wrong', SECRET, `Basic ${SECRET}`])
    expect(await hand(bounceMail(id), authorization)).toMatchObject({ status: 401 });
  expect(await hand('Subject: Away\n\nI am away')).toMatchObject({
    status: 422,
    errors: [{ field: 'message', code: 'no_report' }],
  });
  expect(await hand(bounceMail(randomUUID()))).toMatchObject({ status: 404 });
  expect(await hand(bounceMail(id, { returned: '' }))).toMatchObject({ status: 404 });
  expect(await hand(7)).toMatchObject({ status: 422 });
  // The delivery of another channel is no mail.
  const sms = await world.queue({ channel: 'sms', address: '+436641234567' });
  expect(await hand(bounceMail(sms))).toMatchObject({ status: 404 });
  expect(await hand(bounceMail(id, { action: 'delivered' }))).toMatchObject({
    status: 200,
    outcome: 'nothing',
  });
  expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
});
