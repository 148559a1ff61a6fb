import { createHash } from 'node:crypto';
import { DomainProblem } from '@/lib/domain/problem';
import { claimKey, type KeyedRequest, recordAnswer } from '@/lib/infra/http/idempotency-key';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

/** A result and its JSON text; of a repeated request both are the first one's. */
export interface Answer<T> {
  readonly result: T;
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

/**
 * Runs a route's work at most once for a key. The key is taken in the work's own transaction, before it, and the answer is
 * written beside it, so a request that fails leaves no key, and one that died before its answer arrived can be repeated.
 * @throws {DomainProblem} `idempotency.key_reused`, `idempotency.in_progress`
 */
export async function runOnce<T>(
  request: KeyedRequest,
  options: {
    unitOfWork: UnitOfWork;
    status: number;
    parse: (value: unknown) => T;
    run: (unitOfWork: UnitOfWork) => Promise<T>;
  },
): Promise<Answer<T>> {
  const { status } = options;
  let text: string | undefined;
  const keyed: UnitOfWork = {
    run: (context, work) =>
      options.unitOfWork.run(context, async (tx) => {
        if (text !== undefined) throw new Error('The work of an idempotent route is one unit');
        await claimOrThrow(request, () => claimKey(tx, request));
        const value = await work(tx);
        text = JSON.stringify(value);
        await recordAnswer(tx, request, { status, body: text });
        return value;
      }),
  };
  try {
    const result = await options.run(keyed);
    if (text === undefined || JSON.stringify(result) !== text)
      throw new Error('An idempotent route answers what its unit of work returns');
    return { result, status, text, replayed: false };
  } catch (error) {
    if (!(error instanceof EarlierAnswer)) throw error;
    const result = options.parse(JSON.parse(error.body));
    return { result, status: error.status, text: error.body, replayed: true };
  }
}

/** Thrown through the domain function, so that nothing of it happens again. */
class EarlierAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super('answered before');
  }
}

async function claimOrThrow(request: KeyedRequest, claim: () => ReturnType<typeof claimKey>): Promise<void> {
  const claimed = await claim();
  if (claimed.kind === 'answered') throw new EarlierAnswer(claimed.status, claimed.body);
  if (claimed.kind === 'other_request') {
    const detail = `The key stands for another request: ${request.key}`;
    throw new DomainProblem('idempotency.key_reused', { detail });
  }
  if (claimed.kind === 'busy') throw new DomainProblem('idempotency.in_progress', { retryAfterSeconds: 1 });
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/** `null` without the header. The body is compared as it was understood: spaces and the order of fields do not matter. */
export function keyedRequest(request: Request, userId: string, body: unknown): KeyedRequest | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!KEY.test(key)) {
    throw new DomainProblem('request.malformed', {
      errors: [
        {
          field: 'Idempotency-Key',
          code: 'malformed',
          message: 'Must be 1 to 200 visible ASCII characters',
        },
      ],
    });
  }
  const { pathname, search } = new URL(request.url);
  const route = `${request.method} ${pathname}`;
  const hash = createHash('sha256')
    .update(`${route}${search}\n${JSON.stringify(body) ?? ''}`)
    .digest('base64url');
  return { userId, key, route, hash };
}
