import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressBlock } from '@/lib/infra/http/address-block';

/** Counts requests in this process, by user or, of those not signed in, by address. Reads and writes apart. */
export interface RateLimits {
  count(request: Request, userId: string | undefined): Promise<Counted>;
}

export interface Counted {
  /** `RateLimit-Policy` and `RateLimit`, as draft-ietf-httpapi-ratelimit-headers has them. */
  readonly headers: Readonly<Record<string, string>>;
  /** How long to wait; `null` while there is something left. */
  readonly retryAfterSeconds: number | null;
}

const WINDOW_SECONDS = 60;

export function createRateLimits(perMinute: { reads: number; writes: number }): RateLimits {
  const read = createPolicy('read', perMinute.reads);
  const write = createPolicy('write', perMinute.writes);
  return {
    count: (request, userId) =>
      (request.method === 'GET' || request.method === 'HEAD' ? read : write)(userId ?? addressOf(request)),
  };
}

function createPolicy(name: string, points: number): (key: string) => Promise<Counted> {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const policy = `"${name}";q=${points};w=${WINDOW_SECONDS}`;
  const told = (place: RateLimiterRes, over: boolean): Counted => {
    const seconds = Math.max(1, Math.ceil(place.msBeforeNext / 1_000));
    return {
      headers: {
        'ratelimit-policy': policy,
        ratelimit: `"${name}";r=${place.remainingPoints};t=${seconds}`,
      },
      retryAfterSeconds: over ? seconds : null,
    };
  };
  return async (key) => {
    try {
      return told(await limiter.consume(key), false);
    } catch (place) {
      if (place instanceof RateLimiterRes) return told(place, true);
      throw place;
    }
  };
}

/** The header holds one address, settled when the request came in: instrumentation.ts. */
function addressOf(request: Request): string {
  return `address ${addressBlock(request.headers.get('x-forwarded-for') ?? '')}`;
}
