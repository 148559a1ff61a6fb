import type { Logger } from '@/lib/infra/logger/logger';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** What a handler says of an event. `skip` and `done` commit; `retry` and `dead` roll everything back. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'skip' | 'retry' | 'dead'; readonly reason: string };

export const outcome = {
  done: (): Outcome => ({ kind: 'done' }),
  /** Nothing to do, now and for ever. */
  skip: (reason: string): Outcome => ({ kind: 'skip', reason }),
  /** Not now: try again by the contract's retries, then to the dead letter queue. */
  retry: (reason: string): Outcome => ({ kind: 'retry', reason }),
  /** Never: to the dead letter queue at once. */
  dead: (reason: string): Outcome => ({ kind: 'dead', reason }),
};

export interface HandlerContext {
  /** The transaction of the effect; what is published in it exists only if it commits. */
  readonly tx: EventfulTx;
  readonly logger: Logger;
  /** What the clocks on the campus show. */
  readonly timeZone: string;
}
