import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSmsSender, type SendSms } from '@/lib/infra/sms/send-sms';
import { openChannelWorld } from '@/tests/channel-world';
import { sendDue } from './run-channel';
import { createSmsPort } from './sms-port';

let world: Awaited<ReturnType<typeof openChannelWorld>>;
const cleanUp: (() => unknown)[] = [];

beforeAll(async () => {
  world = await openChannelWorld();
});
beforeEach(() => world.clear());
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});
afterAll(() => world.close());

/** A gateway that sends each message once, whatever it is asked. */
async function startGateway() {
  const sent = new Map<string, { to: string; text: string }>();
  const gateway = { sent, asked: 0, status: 202 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      gateway.asked += 1;
      if (request.headers.authorization !== 'Bearer hidden') return void response.writeHead(401).end('who?');
      if (gateway.status < 300) {
        const { id, to, text } = JSON.parse(body);
        if (request.headers['idempotency-key'] !== id) return void response.writeHead(400).end('no key');
        sent.set(id, { to, text });
      }
      response.writeHead(gateway.status).end(gateway.status < 300 ? '{}' : 'said no');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  cleanUp.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return Object.assign(gateway, { url: `http://127.0.0.1:${address.port}/messages`, token: 'hidden' });
}

async function sendAll(send: SendSms | null) {
  const port = createSmsPort({ sql: world.sql, send, siteOrigin: 'https://portal.example.edu' });
  while ((await sendDue(world.services, port)) === 'again');
}
const queue = (address = '+4366412345678') =>
  world.queue({ channel: 'sms', address, title: 'Lab 3 moves', message: 'To\nFriday '.repeat(100) });

it('sends what fits with a link, under the name of the delivery', async () => {
  const gateway = await startGateway();
  const id = await queue();
  await sendAll(createSmsSender(gateway));
  const sms = gateway.sent.get(id);
  expect(sms?.to).toBe('+4366412345678');
  expect(sms?.text).toMatch(/^Lab 3 moves: To Friday .*… https:\/\/portal\.example\.edu\/announcements\/1$/);
  expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
});

it('what was sent but not written down goes out again under the same name', async () => {
  const gateway = await startGateway();
  await queue();
  await sendAll(createSmsSender(gateway));
  await world.sql.query(
    `UPDATE notification_delivery SET status = 'queued', next_try_at = now() - interval '1 minute'`,
  );
  await sendAll(createSmsSender(gateway));
  expect(gateway.asked).toBe(2);
  expect(gateway.sent.size).toBe(1);
});

it('a number the gateway refuses fails; a gateway that is down, or does not know us, is tried again', async () => {
  const gateway = await startGateway();
  gateway.status = 422;
  const refused = await queue();
  await sendAll(createSmsSender(gateway));
  expect(await world.delivery(refused)).toMatchObject({ status: 'failed', last_error: '422 said no' });
  const waiting = await queue();
  await sendAll(createSmsSender({ ...gateway, token: 'wrong' }));
  expect(await world.delivery(waiting)).toMatchObject({ status: 'queued', last_error: '401 who?' });
  expect(await world.state()).toMatchObject({ failures: 1 });
  gateway.status = 202;
  await world.letTimePass();
  await sendAll(createSmsSender(gateway));
  expect(await world.delivery(waiting)).toMatchObject({ status: 'sent', attempts: 2 });
});

it.each(['', '0664 12345', '+0664', '+43 664'])(
  'no number in international form (%j) fails',
  async (address) => {
    const id = await queue(address);
    await sendAll(null);
    expect(await world.delivery(id)).toMatchObject({ status: 'failed' });
  },
);

it('without a gateway it is kept beside the mail', async () => {
  const id = await queue();
  await sendAll(null);
  const { rows } = await world.sql.query('SELECT id, to_address FROM mail');
  expect(rows).toEqual([{ id, to_address: '+4366412345678' }]);
});
