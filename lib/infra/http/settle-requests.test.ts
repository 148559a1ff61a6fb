import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleRequests } from './settle-requests';

let server: Server;
beforeAll(async () => {
  settleRequests(['10.0.0.0/8']);
  // Tells what a handler sees.
  server = createServer(({ method, url, headers }, response) =>
    response.end(`${headers['x-forwarded-for']} ${method} ${url}`),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function seen(sent: { method?: string; path?: string; headers?: Record<string, string | string[]> }) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  const [answer] = await once(request({ host: '127.0.0.1', port: address.port, ...sent }).end(), 'response');
  return (await answer.setEncoding('utf8').toArray()).join('');
}

it.each([
  ['nothing is said', {}],
  ['the client says another', { 'x-forwarded-for': '203.0.113.7' }],
  ['the client says several', { 'x-forwarded-for': ['203.0.113.7', '10.0.0.1'] }],
])('the address is the connection’s: %s', async (_what, headers) => {
  expect(await seen({ headers })).toBe('127.0.0.1 GET /');
});

it.each([
  ['/a?b=//c', '/a?b=//c'],
  ['http://evil.example/a?b', '/a?b'],
  ['http://evil.example', '/'],
  ['HTTPS://user@evil.example:1?b', '/?b'],
  ['//evil.example/a', '//evil.example/a'],
])('the target %s is %s', async (path, target) => {
  expect(await seen({ path })).toBe(`127.0.0.1 GET ${target}`);
});

it('a method no Request can bear is one that nobody knows', async () => {
  expect(await seen({ method: 'TRACE' })).toBe('127.0.0.1 UNKNOWN /');
  expect(await seen({ method: 'PURGE' })).toBe('127.0.0.1 PURGE /');
});
