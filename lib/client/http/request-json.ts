import * as z from 'zod/mini';
import { ownProblem, problemOfAnswer } from './api-problem';
import { noteAge } from './kept-answers';

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** The version that the change is of: an entity tag's text without quotes, such as `v3`. */
  ifMatch?: string;
  /** Makes a post that may be sent twice happen once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * The one way to the API: same origin, with the session cookie; the answer is parsed by `schema`.
 * Throws an `ApiProblem` for everything else, except that an aborted request throws what `fetch` throws.
 */
export async function requestJson<S extends z.core.$ZodType>(
  schema: S,
  path: string,
  { method = 'GET', body, ifMatch, idempotencyKey, signal }: RequestOptions = {},
): Promise<z.output<S>> {
  const response = await send(path, {
    method,
    signal: signal ?? null,
    cache: 'no-store',
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (method === 'GET') noteAge(path, response.headers);
  const answer = await readJson(response, signal);
  if (!response.ok) throw problemOfAnswer(response.status, answer);
  const parsed = z.safeParse(schema, answer);
  if (!parsed.success) throw ownProblem('answer.unreadable', parsed.error);
  return parsed.data;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw ownProblem('network.unreachable', error);
  }
}

/** `undefined` for a body that is not JSON: the schema or the problem reader decides what that means. */
async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}
