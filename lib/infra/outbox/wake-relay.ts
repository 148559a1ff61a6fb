import type { SqlTx } from '@/lib/infra/db/sql';

/** The PostgreSQL channel the relay listens on. */
export const OUTBOX_CHANNEL = 'nimbusu_outbox';

/**
 * Tells the relay, wherever it runs, that committed events wait for it. Call it after the commit, never inside the
 * business transaction: a NOTIFY there holds a global lock at commit. Calls that come while one is under way are one.
 * A wake-up that gets lost costs only time: the relay looks by itself once a second.
 */
export function createRelayWake(sql: SqlTx, onError: (error: unknown) => void): () => void {
  let underWay = false;
  let again = false;
  const wake = () => {
    if (underWay) {
      again = true;
      return;
    }
    underWay = true;
    sql
      .query(WAKE)
      .catch(onError)
      .finally(() => {
        underWay = false;
        if (again) {
          again = false;
          wake();
        }
      });
  };
  return wake;
}

// A wake-up need not survive a crash, so it does not wait for the disk as every other commit does.
const WAKE = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${OUTBOX_CHANNEL}', '')`;
