import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { FAILURES_TO_OPEN } from '@/lib/domain/notification-channel/note-channel';
import { createMailer } from '@/lib/infra/mail/mailer';
import { createUnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import { startMailServer } from '@/lib/infra/testing/test-mail-server';
import { type BffProcess, startBffProcess } from '@/tests/bff-process';
import { createUser } from '@/tests/campus';
import { openChannelWorld } from '@/tests/channel-world';
import { createEmailPort } from './email-port';
import { sendDue } from './run-channel';

type World = Awaited<ReturnType<typeof openChannelWorld>>;
let world: World;
const cleanUp: (() => unknown)[] = [];

beforeAll(async () => {
  world = await openChannelWorld();
});
beforeEach(() => world.clear());
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});
afterAll(() => world.close());

const siteOrigin = 'https://portal.example.edu';

function portAt(url: string | null) {
  const mailer = createMailer({ url, from: 'NimbusU <no-reply@test.example>', bounceAddress: null });
  cleanUp.push(() => mailer.close());
  return createEmailPort({
    mailer,
    sql: world.sql,
    siteOrigin,
    tokens: createUnsubscribeTokens('a secret of this test'),
  });
}

async function serve(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options);
  cleanUp.push(() => server.stop());
  return server;
}

const untilNothingIsDue = async (port: ReturnType<typeof portAt>) => {
  while ((await sendDue(world.services, port)) === 'again');
};
const messageIdOf = (mail: string) => /^Message-ID: (\S+)/m.exec(mail)?.[1];

it('sends the words with a link to their page, and says so on notification.status', async () => {
  const server = await serve();
  const id = await world.queue({
    channel: 'email',
    address: 'ada@test.example',
    title: 'Lab 3 moves',
    message: 'To <b>Friday</b> & room B12.',
    actionUrl: '/announcements/7',
  });
  await untilNothingIsDue(portAt(server.url));
  expect(server.taken).toHaveLength(1);
  const mail = (server.taken[0] ?? '').replaceAll('=\r\n', '');
  expect(mail).toContain('To: ada@test.example');
  expect(mail).toContain('Subject: Lab 3 moves');
  expect(mail).toContain('To <b>Friday</b> & room B12.');
  expect(mail).toContain('To &lt;b&gt;Friday&lt;/b&gt; &amp; room B12.');
  expect(mail).toContain(`${siteOrigin}/announcements/7`);
  expect(mail).toContain(`List-Unsubscribe: <${siteOrigin}/profile/notifications>`);
  expect(await world.delivery(id)).toMatchObject({ status: 'sent', attempts: 1, next_try_at: null });
  expect(await world.told(id)).toEqual([
    {
      event_type: 'NOTIFICATION_SENT',
      payload: expect.objectContaining({ channel: 'email', status: 'sent', attempt_count: 1 }),
    },
  ]);
});

it('an address with a comma in it is one address', async () => {
  const server = await serve();
  const id = await world.queue({ channel: 'email', address: 'a@test.example, b@test.example' });
  await untilNothingIsDue(portAt(server.url));
  expect(await world.delivery(id)).toMatchObject({ status: 'failed', last_error: expect.any(String) });
  expect(server.taken).toEqual([]);
});

it('what the server will never take fails for good with its words; a full mailbox is tried again', async () => {
  const server = await serve();
  const unknown = await world.queue({ channel: 'email', address: 'unknown@test.example' });
  const full = await world.queue({ channel: 'email', address: 'full@test.example' });
  await untilNothingIsDue(portAt(server.url));
  expect(await world.delivery(unknown)).toMatchObject({
    status: 'failed',
    last_error: expect.stringContaining('550 No such mailbox'),
  });
  expect(await world.told(unknown)).toEqual([
    {
      event_type: 'NOTIFICATION_FAILED',
      payload: expect.objectContaining({ error_message: expect.stringContaining('No such mailbox') }),
    },
  ]);
  expect(await world.delivery(full)).toMatchObject({ status: 'queued', attempts: 1 });
  expect(await world.told(full)).toEqual([]);
  // Both are the fault of addresses: the breaker does not count them.
  expect(await world.state()).toMatchObject({ failures: 0, open_until: null });
});

it('is given up after a day of trying', async () => {
  const server = await serve();
  const id = await world.queue({ channel: 'email', address: 'full@test.example' });
  await world.sql.query(`UPDATE notification_delivery SET queued_at = now() - interval '25 hours'`);
  await untilNothingIsDue(portAt(server.url));
  expect(await world.delivery(id)).toMatchObject({
    status: 'failed',
    last_error: expect.stringMatching(/^given up after 1 attempts: .*Mailbox full/),
  });
});

it('what has no address, has expired, is not true any more or is for nobody who is here fails at once', async () => {
  const server = await serve();
  const { id: userId } = await createUser(world.sql, { role: 'student' });
  await world.sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [userId]);
  const address = 'ada@test.example';
  const past = new Date(Date.now() - 60_000).toISOString();
  const withdrawn = await world.queue({ channel: 'email', address });
  await world.sql.query(`UPDATE notification SET withdrawn_at = now()`);
  const reasons = {
    withdrawn,
    'no address': await world.queue({ channel: 'email' }),
    expired: await world.queue({ channel: 'email', address, expiresAt: past }),
    'account not active': await world.queue({ channel: 'email', address, userId }),
  };
  await untilNothingIsDue(portAt(server.url));
  for (const [reason, id] of Object.entries(reasons)) {
    expect(await world.delivery(id)).toMatchObject({ status: 'failed', last_error: reason });
    expect(await world.told(id)).toEqual([
      { event_type: 'NOTIFICATION_FAILED', payload: expect.objectContaining({ error_message: reason }) },
    ]);
  }
  expect(server.taken).toEqual([]);
});

it('a mail server that is down loses nothing and has nothing twice; its breaker opens, probes and closes', async () => {
  const server = await startMailServer();
  await server.stop();
  const port = portAt(server.url);
  const count = 30;
  for (let i = 0; i < count; i += 1)
    await world.queue({ channel: 'email', address: `reader${i}@test.example` });
  await untilNothingIsDue(port);
  // It went on until the breaker had opened, and no longer.
  expect(world.faults.length).toBeGreaterThanOrEqual(FAILURES_TO_OPEN);
  expect(world.faults.length).toBeLessThan(count);
  expect(await world.state()).toMatchObject({
    failures: world.faults.length,
    open_until: expect.any(Date),
    last_error: expect.any(String),
  });

  // Ten minutes of it: one probe each time the breaker lets one through.
  for (let minute = 0; minute < 10; minute += 1) {
    const before = world.faults.length;
    await world.letTimePass();
    const both = portAt(server.url);
    await Promise.all([untilNothingIsDue(port), untilNothingIsDue(both)]);
    expect(world.faults.length).toBe(before + 1);
  }
  expect(await world.statuses()).toEqual({ queued: count });

  const back = await serve({ port: server.port });
  await world.letTimePass();
  await untilNothingIsDue(port);
  expect(await world.statuses()).toEqual({ sent: count });
  expect(new Set(back.taken.map(messageIdOf)).size).toBe(count);
  expect(back.taken).toHaveLength(count);
  expect(await world.state()).toMatchObject({
    failures: 0,
    open_until: null,
    last_success_at: expect.any(Date),
  });
});

it('two processes at once send each once', async () => {
  const server = await serve();
  const ports = [portAt(server.url), portAt(server.url), portAt(server.url)];
  const count = 60;
  for (let i = 0; i < count; i += 1)
    await world.queue({ channel: 'email', address: `reader${i}@test.example` });
  await Promise.all(ports.map(untilNothingIsDue));
  expect(server.taken).toHaveLength(count);
  expect(new Set(server.taken.map(messageIdOf)).size).toBe(count);
  expect(await world.statuses()).toEqual({ sent: count });
});

it('kill -9 between the mail server’s yes and the commit: sent at most once more, under one Message-ID', async () => {
  let bff: BffProcess | undefined;
  const server = await serve({ onTaken: () => void bff?.kill() });
  const before = process.env.SMTP_URL;
  process.env.SMTP_URL = server.url;
  cleanUp.push(() => {
    process.env.SMTP_URL = before ?? '';
  });
  bff = await startBffProcess({ databaseUrl: world.database.url, brokers: null });
  const { port } = bff;
  const id = await world.queue({ channel: 'email', address: 'ada@test.example' });
  await vi.waitFor(() => expect(server.taken).toHaveLength(1), { timeout: 20_000 });
  await bff.kill();
  expect(await world.delivery(id)).toMatchObject({ status: 'queued', attempts: 1 });
  bff = undefined;
  const again = await startBffProcess({ databaseUrl: world.database.url, brokers: null, port });
  cleanUp.push(() => again.stop());
  // Not before its lease is over.
  await world.letTimePass();
  await vi.waitFor(async () => expect(await world.delivery(id)).toMatchObject({ status: 'sent' }), {
    timeout: 20_000,
  });
  expect(server.taken.map(messageIdOf)).toEqual([`<${id}@nimbusu>`, `<${id}@nimbusu>`]);
}, 60_000);

it('without a mail server it is kept beside the other mail, once', async () => {
  const id = await world.queue({ channel: 'email', address: 'ada@test.example', title: 'Kept' });
  const port = portAt(null);
  await untilNothingIsDue(port);
  await world.sql.query(`UPDATE notification_delivery SET status = 'queued'`);
  await world.letTimePass();
  await world.sql.query(`UPDATE notification_delivery SET next_try_at = now() - interval '1 minute'`);
  await untilNothingIsDue(port);
  const { rows } = await world.sql.query('SELECT * FROM mail');
  expect(rows).toEqual([
    expect.objectContaining({ id, subject: 'Kept', to_address: 'ada@test.example', next_try_at: null }),
  ]);
});
