import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ApiProblem } from './api-problem';
import { requestJson } from './request-json';

const Thing = async () => z.object({ id: z.string() });

afterEach(() => {
  vi.unstubAllGlobals();
});

function answerWith(status: number, body: string): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

async function problemOf(request: Promise<unknown>): Promise<ApiProblem> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiProblem) return error;
  throw new Error('the request did not end in a problem');
}

it('gives the parsed answer', async () => {
  answerWith(200, '{"id":"1","later":"added"}');
  expect(await requestJson(Thing, '/api/thing')).toEqual({ id: '1' });
});

it('throws the server problem with its fields', async () => {
  const errors = [{ field: 'title', code: 'too_small', message: 'Too short' }];
  const problem = {
    type: 'x',
    title: 'Some fields are not right',
    status: 422,
    code: 'request.invalid',
    errors,
  };
  answerWith(422, JSON.stringify({ ...problem, correlation_id: 'c-7' }));
  const thrown = await problemOf(requestJson(Thing, '/api/thing'));
  expect(thrown).toMatchObject({
    code: 'request.invalid',
    status: 422,
    errors,
    correlationId: 'c-7',
    retriable: false,
  });
});

it.each([
  [502, '<html>Bad gateway</html>', 'service.unavailable', true],
  [404, 'not found', 'answer.unreadable', true],
  [200, '{"name":"no id"}', 'answer.unreadable', true],
  [200, '<html>', 'answer.unreadable', true],
])('makes a problem of %i %s', async (status, body, code, retriable) => {
  answerWith(status, body);
  expect(await problemOf(requestJson(Thing, '/api/thing'))).toMatchObject({ code, retriable });
});

it('calls code that cannot be fetched no answer either', async () => {
  answerWith(200, '{"id":"1"}');
  const nowhere = () => Promise.reject(new Error('no such chunk'));
  expect(await problemOf(requestJson(nowhere, '/api/thing'))).toMatchObject({ code: 'network.unreachable' });
});

it('makes a problem of no answer at all', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed');
  });
  expect(await problemOf(requestJson(Thing, '/api/thing'))).toMatchObject({
    code: 'network.unreachable',
    status: 0,
  });
});

it('leaves an aborted request to the one who aborted it', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  vi.stubGlobal('fetch', async () => {
    throw signal.reason;
  });
  await expect(requestJson(Thing, '/api/thing', { signal })).rejects.toThrow('gone');
});
