import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { settleClientAddresses } from './settle-client-address';

it('a handler sees the address of the connection, whatever the client says', async () => {
  settleClientAddresses(['10.0.0.0/8']);
  const server = createServer((incoming, response) =>
    response.end(incoming.headers['x-forwarded-for']),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const ask = async (headers: Record<string, string | string[]>) => {
    const sent = request({ host: '127.0.0.1', port: portOf(address), headers }).end();
    const [answer] = await once(sent, 'response');
    return (await answer.setEncoding('utf8').toArray()).join('');
  };
  expect(await ask({})).toBe('127.0.0.1');
  expect(await ask({ 'x-forwarded-for': '203.0.113.7' })).toBe('127.0.0.1');
  expect(await ask({ 'x-forwarded-for': ['203.0.113.7', '10.0.0.1'] })).toBe('127.0.0.1');
  server.close();
});

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
