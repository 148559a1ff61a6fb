import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts attempts by key in the database, so that all web processes count together. */
export interface AttemptCounter {
  /** Counts one more, before it is known how it ends: attempts made at once are all counted. */
  take(key: string): Promise<CountedAttempts>;
  /** The attempt was none to count after all. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface CountedAttempts {
  readonly count: number;
  /** How long until one is free again; 0 while this one was. */
  readonly waitSeconds: number;
}

export function createAttemptCounter(options: {
  pool: pg.Pool;
  name: string;
  /** How many are free within the time that begins with the first. */
  free: number;
  seconds: number;
}): AttemptCounter {
  const limiter = new RateLimiterPostgres({
    storeClient: options.pool,
    storeType: 'pool',
    tableName: 'login_limit',
    tableCreated: true,
    keyPrefix: options.name,
    points: options.free,
    duration: options.seconds,
  });
  return {
    async take(key) {
      try {
        return { count: (await limiter.consume(key)).consumedPoints, waitSeconds: 0 };
      } catch (over) {
        // The library rejects with a place in the count, or with what the database said.
        if (!(over instanceof RateLimiterRes)) throw over;
        return { count: over.consumedPoints, waitSeconds: Math.max(1, Math.ceil(over.msBeforeNext / 1_000)) };
      }
    },
    giveBack: async (key) => void (await limiter.reward(key)),
    forget: async (key) => void (await limiter.delete(key)),
  };
}
