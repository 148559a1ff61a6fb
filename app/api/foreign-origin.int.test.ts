import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

/** Whatever route there is, now or later: nobody writes through a browser that shows the page of somebody else. */
const root = path.join(process.cwd(), 'app');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(file) === 'route.ts',
);

const mutating = ['POST', 'PUT', 'PATCH', 'DELETE'];

const foreign: Readonly<Record<string, Record<string, string>>> = {
  'another site': { origin: 'https://evil.example' },
  'a page without an origin': { origin: 'null' },
  'our host over another scheme': { origin: 'https://127.0.0.1:3000' },
  'our host on another port': { origin: 'http://127.0.0.1:3001' },
  'a name that begins as ours': { origin: 'http://127.0.0.1:3000.evil.example' },
  'another host of our domain': { 'sec-fetch-site': 'same-site' },
  'a browser that names no origin': { 'sec-fetch-site': 'cross-site' },
};

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let cookie: string;
const writes: { name: string; path: string; method: string; handler: Handler }[] = [];

beforeAll(async () => {
  database = await prepareWebServices();
  cookie = (await createUser(database.sql, { role: 'admin' })).cookie;
  for (const file of files) {
    const module: Record<string, Handler> = await import(path.join(root, file));
    for (const method of mutating) {
      const handler = module[method];
      if (handler)
        writes.push({ name: `${method} /${path.dirname(file)}`, path: path.dirname(file), method, handler });
    }
  }
});
afterAll(() => database.drop());

async function send(write: (typeof writes)[number], headers: Record<string, string>): Promise<string> {
  const request = new Request(`http://127.0.0.1:3000/${write.path}`, {
    method: write.method,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: '{}',
  });
  // Of each kind of path what a route would take.
  const params = { id: randomUUID(), nextauth: ['callback', 'credentials'] };
  const response = await write.handler(request, { params: Promise.resolve(params) });
  return `${write.name}: ${response.status} ${JSON.stringify((await response.json()).code)}`;
}

it('there are routes to judge, next-auth’s among them', () => {
  expect(writes.length).toBeGreaterThan(5);
  expect(writes.map(({ path }) => path)).toContain('api/auth/[...nextauth]');
});

describe.each(Object.entries(foreign))('from %s', (_from, headers) => {
  it('no route takes a write', async () => {
    const answers = await Promise.all(writes.map((write) => send(write, headers)));
    expect(answers).toEqual(writes.map(({ name }) => `${name}: 403 "origin.foreign"`));
  });
});

it.each([
  [{ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
  [{ 'sec-fetch-site': 'none' }],
  [{}],
])('a write of our own page, or of a program, is judged by what it asks: %j', async (headers) => {
  const own = writes.filter(({ path }) => !path.includes('nextauth'));
  const answers = await Promise.all(own.map((write) => send(write, headers)));
  expect(answers.filter((answer) => answer.includes('origin.foreign'))).toEqual([]);
});
