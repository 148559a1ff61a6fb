import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareWebServices } from '@/tests/web-services';
import { answerAuth } from './answer-auth';

/** What next-auth itself does with cookie and token is tested in a browser and by other programs: e2e/. */
let database: Awaited<ReturnType<typeof prepareWebServices>>;
beforeAll(async () => {
  database = await prepareWebServices();
});
afterAll(() => database.drop());

async function ask(method: string, action: string, body: string | null = null) {
  const request = new Request(`http://127.0.0.1:3000/api/auth/${action}`, {
    method,
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3000' },
  });
  const response = await answerAuth(request, { params: Promise.resolve({ nextauth: action.split('/') }) });
  return { status: response.status, problem: await response.json(), headers: response.headers };
}

describe('next-auth’s routes', () => {
  it.each(['callback/credentials', 'signout'])('%s reads no more than a form', async (action) => {
    const { status, problem, headers } = await ask('POST', action, `password=${'x'.repeat(20_000)}`);
    expect([status, problem.code]).toEqual([413, 'request.too_large']);
    expect(headers.get('x-correlation-id')).toMatch(/^[\w.:-]{8,128}$/);
  });

  it.each([
    ['POST', '_log'],
    ['POST', 'session'],
    ['POST', 'signin/credentials'],
    ['GET', 'signout'],
    ['GET', 'providers'],
    ['GET', 'verify-request'],
    ['GET', 'constructor'],
  ])('%s %s is not there', async (method, action) => {
    const { status, problem } = await ask(method, action, method === 'POST' ? 'a=b' : null);
    expect([status, problem.code]).toEqual([404, 'resource.not_found']);
  });
});
