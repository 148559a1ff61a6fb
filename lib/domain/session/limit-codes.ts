import type { Database } from '@/lib/infra/db/database';
import { createAttemptCounter } from '@/lib/infra/limits/attempt-counter';

/** Codes of a second factor are short: ten guesses in a quarter of an hour, of one user, who has shown a password. */
export interface CodeLimits {
  take(userId: string): Promise<{ waitSeconds: number }>;
  forget(userId: string): Promise<void>;
}

export function createCodeLimits(database: Database): CodeLimits {
  return createAttemptCounter({ pool: database.pool, name: 'code', free: 10, seconds: 900 });
}
