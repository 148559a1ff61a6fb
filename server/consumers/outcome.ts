import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { Logger } from '@/lib/infra/logger/logger';

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
}

/** SQLSTATEs (or their classes) that tell of the server's state, not of the statement. */
const OUTAGE_SQLSTATES = ['08', '53', '57P', '58', '40001', '40P01', '25006'];
const OUTAGE_ERRNOS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN'];
const OUTAGE_NAMES = ['EventLogUnavailable', 'BrokenCircuitError', 'AggregateError'];
/** What `pg` says without a code when a connection goes away under a query or cannot be had. */
const OUTAGE_MESSAGES = [
  /connection terminated/i,
  /timeout exceeded when trying to connect/i,
  /client has encountered a connection error/i,
  /connection (ended|closed)/i,
];

/** Whether the world is at fault (wait, however long) and not the record (retry, then the dead letter queue). */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    OUTAGE_ERRNOS.includes(code) ||
    (/^[0-9A-Z]{5}$/.test(code) && OUTAGE_SQLSTATES.some((state) => code.startsWith(state))) ||
    OUTAGE_NAMES.includes(error.name) ||
    OUTAGE_MESSAGES.some((message) => message.test(error.message)) ||
    isOutage(error.cause)
  );
}
