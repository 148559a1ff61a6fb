import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainProblem } from '../problem';

/** Counts what each sender sends, in this process: a burst is well, a flood is not, and stops nobody else. */
export interface MessageLimits {
  /** @throws {DomainProblem} `rate.limited`, with how long to wait */
  count(senderId: string): Promise<void>;
}

export function createMessageLimits(limit: { points: number; seconds: number }): MessageLimits {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  return {
    async count(senderId) {
      try {
        await limiter.consume(senderId);
      } catch (place) {
        if (!(place instanceof RateLimiterRes)) throw place;
        const retryAfterSeconds = Math.max(1, Math.ceil(place.msBeforeNext / 1_000));
        throw new DomainProblem('rate.limited', { retryAfterSeconds });
      }
    },
  };
}
