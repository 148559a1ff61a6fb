import type { Database } from '@/lib/infra/db/database';
import { type AttemptCounter, createAttemptCounter } from '@/lib/infra/limits/attempt-counter';
import { createTurns, type InTurn } from '@/lib/infra/limits/in-turn';
import { type CheckInCodes, createCheckInCodes } from './check-in-token';

/** What check-ins need of the process. */
export interface CheckInDesk {
  readonly codes: CheckInCodes;
  /** Codes that are typed are short: ten wrong ones of a user in five minutes. */
  readonly guesses: AttemptCounter;
  /** A hall checks in at once; its class takes one after the other, and the database's connections stay free for others. */
  readonly inTurn: InTurn;
}

export function createCheckInDesk(database: Database, applicationSecret: string): CheckInDesk {
  return {
    codes: createCheckInCodes(applicationSecret),
    guesses: createAttemptCounter({ pool: database.pool, name: 'check-in', free: 10, seconds: 300 }),
    inTurn: createTurns(),
  };
}
