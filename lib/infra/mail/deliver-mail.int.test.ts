import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startMailServer } from '@/lib/infra/testing/test-mail-server';
import { deliverMail } from './deliver-mail';
import { createMailer, type Mailer } from './mailer';
import { writeMail } from './write-mail';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const ignore = () => undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => void (await database.sql.query('TRUNCATE mail')));
afterAll(() => database.drop());

const mailerAt = (port: number) =>
  createMailer({
    url: `smtp://127.0.0.1:${port}`,
    from: 'NimbusU <no-reply@test.example>',
    bounceAddress: null,
  });
const write = (to = 'ada@test.example') =>
  writeMail(database.sql, to, { subject: 'Grüße', text: 'A link: https://portal.example/x' });
const rows = async () => (await database.sql.query('SELECT * FROM mail')).rows;
const dueNow = () =>
  database.sql.query(
    `UPDATE mail SET next_try_at = now() - interval '1 minute' WHERE next_try_at IS NOT NULL`,
  );

it('sends what was written, and keeps its text no longer', async () => {
  const server = await startMailServer();
  const mailer = mailerAt(server.port);
  await write();
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('sent');
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('nothing due');
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]).toContain('To: ada@test.example');
  expect(server.taken[0]).toContain('https://portal.example/x');
  const [row] = await rows();
  expect(row).toMatchObject({ body: null, next_try_at: null, sent_at: expect.any(Date) });
  expect(server.taken[0]).toContain(`Message-ID: ${row?.message_id}`);
  mailer.close();
  await server.stop();
});

it('loses nothing while the mail server is down, and sends it under the same name afterwards', async () => {
  const server = await startMailServer();
  await server.stop();
  const mailer = mailerAt(server.port);
  await write();
  const failures: unknown[] = [];
  expect(await deliverMail(database.sql, mailer, (error) => failures.push(error))).toBe('later');
  expect(failures).toHaveLength(1);
  const [waiting] = await rows();
  expect(waiting).toMatchObject({ attempts: 1, sent_at: null, last_error: expect.any(String) });
  expect(waiting?.body).toContain('https://');
  // Not at once again.
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('nothing due');
  const back = await startMailServer({ port: server.port });
  await dueNow();
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('sent');
  expect(back.taken[0]).toContain(`Message-ID: ${waiting?.message_id}`);
  mailer.close();
  await back.stop();
});

it('is sent by one of many', async () => {
  const server = await startMailServer();
  const mailer = mailerAt(server.port);
  await write();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => deliverMail(database.sql, mailer, ignore)));
  expect(outcomes.sort()).toEqual(['nothing due', 'nothing due', 'nothing due', 'sent']);
  expect(server.taken).toHaveLength(1);
  mailer.close();
  await server.stop();
});

const mailerThat = (send: () => Promise<void>): Mailer => ({ kind: 'smtp', send, close: ignore });

it('is left to whoever sends it for as long as that may last, and tried again soon once it has failed', async () => {
  await write();
  const meanwhile: string[] = [];
  const slow = mailerThat(async () => {
    await database.sql.query(`UPDATE mail SET next_try_at = next_try_at - interval '100 seconds'`);
    meanwhile.push(
      await deliverMail(
        database.sql,
        mailerThat(async () => undefined),
        ignore,
      ),
    );
    throw new Error('connection timed out');
  });
  expect(await deliverMail(database.sql, slow, ignore)).toBe('later');
  expect(meanwhile).toEqual(['nothing due']);
  const { rows: waits } = await database.sql.query(
    `SELECT next_try_at > now() AND next_try_at <= now() + interval '5 seconds' AS soon FROM mail`,
  );
  expect(waits).toEqual([{ soon: true }]);
});

it('a server that talks without an end has it no longer than others', async () => {
  const talking = new Set<Socket>();
  const server = createServer((socket) => {
    talking.add(socket);
    socket.on('error', ignore).write('220 mail.test.example\r\n');
    const timer = setInterval(() => socket.write('250-one more\r\n'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `smtp://127.0.0.1:${address.port}`;
  const mailer = createMailer({
    url,
    from: 'no-reply@test.example',
    bounceAddress: null,
    longestSendMs: 200,
  });
  await write();
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('later');
  expect((await rows())[0]).toMatchObject({
    sent_at: null,
    last_error: 'the mail server did not answer within 0.2 s',
  });
  mailer.close();
  for (const socket of talking) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

it('that somebody else has sent since is not tried again by whoever was too slow', async () => {
  await write();
  const tooSlow = mailerThat(async () => {
    await dueNow();
    await deliverMail(
      database.sql,
      mailerThat(async () => undefined),
      ignore,
    );
    throw new Error('connection timed out');
  });
  await deliverMail(database.sql, tooSlow, ignore);
  expect((await rows())[0]).toMatchObject({ sent_at: expect.any(Date), next_try_at: null, last_error: null });
});

it('does not try again for a mailbox that there is not', async () => {
  const server = await startMailServer();
  const mailer = mailerAt(server.port);
  await write('unknown@test.example');
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('refused');
  expect((await rows())[0]).toMatchObject({ next_try_at: null, sent_at: null, body: null });
  mailer.close();
  await server.stop();
});

it('without a mail server stays to be read', async () => {
  const mailer = createMailer({ url: null, from: '', bounceAddress: null });
  await write();
  expect(await deliverMail(database.sql, mailer, ignore)).toBe('sent');
  expect((await rows())[0]).toMatchObject({ body: expect.stringContaining('https://') });
});
