import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';
import { GET as getMe } from './me/route';
import { POST as readAll } from './notifications/read-all/route';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let one: TestUser;
let two: TestUser;

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_READS: '3', RATE_LIMIT_WRITES: '2' });
  one = await createUser(database.sql, { role: 'student' });
  two = await createUser(database.sql, { role: 'student' });
});
afterAll(() => database.drop());

const call = (handler: typeof getMe, method: string, headers: Record<string, string>) =>
  handler(new Request('http://127.0.0.1:3000/api/x', { method, headers }), { params: Promise.resolve({}) });

it('says what is left, and refuses for a while once it is used up', async () => {
  const read = () => call(getMe, 'GET', { cookie: one.cookie });
  const answers = [await read(), await read(), await read(), await read()];
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
  expect(answers.map((answer) => answer.headers.get('ratelimit')?.split(';t=')[0])).toEqual([
    '"read";r=2',
    '"read";r=1',
    '"read";r=0',
    '"read";r=0',
  ]);
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"read";q=3;w=60');
  const refused = answers[3];
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused?.json()).toMatchObject({ code: 'rate.limited' });
});

it('counts each user apart, writes apart from reads, and strangers by their address', async () => {
  expect((await call(getMe, 'GET', { cookie: two.cookie })).status).toBe(200);
  const write = () => call(readAll, 'POST', { cookie: one.cookie });
  expect([(await write()).status, (await write()).status, (await write()).status]).toEqual([200, 200, 429]);
  const knock = (address: string) => call(getMe, 'GET', { 'x-forwarded-for': address });
  for (let time = 0; time < 3; time++) expect((await knock('192.0.2.1')).status).toBe(401);
  expect((await knock('192.0.2.1')).status).toBe(429);
  expect((await knock('192.0.2.2')).status).toBe(401);
});
