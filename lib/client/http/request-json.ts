import { ownProblem } from './api-problem';
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

/** A zod schema, as far as it is needed. */
interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error };
}

/**
 * The one way to the API: same origin, with the session cookie; the answer is parsed by its shape, which is fetched beside
 * it, since no first paint needs it. Throws an `ApiProblem` for everything else, except that an aborted request throws
 * what `fetch` throws.
 */
export async function requestJson<T>(
  shapeOrFetch: Shape<T> | (() => Promise<Shape<T>>),
  path: string,
  { method = 'GET', body, ifMatch, idempotencyKey, signal }: RequestOptions = {},
): Promise<T> {
  const shape = typeof shapeOrFetch === 'function' ? shapeOrFetch() : Promise.resolve(shapeOrFetch);
  shape.catch(() => undefined); // awaited below; until then a failure is not "unhandled"
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
  if (!response.ok) {
    const { problemOfAnswer } = await fetched(import('./problem-of-answer'));
    throw problemOfAnswer(response.status, answer);
  }
  const parsed = (await fetched(shape)).safeParse(answer);
  if (!parsed.success) throw ownProblem('answer.unreadable', parsed.error);
  return parsed.data;
}

/** Code of ours that could not be fetched is the network's failure as well. */
async function fetched<P>(part: Promise<P>): Promise<P> {
  return part.catch((error: unknown) => {
    throw ownProblem('network.unreachable', error);
  });
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
