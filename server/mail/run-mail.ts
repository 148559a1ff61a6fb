import type { SqlTx } from '@/lib/infra/db/sql';
import { deliverMail } from '@/lib/infra/mail/deliver-mail';
import type { Mailer } from '@/lib/infra/mail/mailer';
import { type RunningTurns, runTurns } from '@/server/turns/run-turns';

/** How late a mail may leave, ms. */
const TICK_MS = 1_000;

/** Sends what is due, one after the other; any number of processes may. */
export function runMail(options: {
  sql: SqlTx;
  mailer: Mailer;
  onError: (error: unknown) => void;
}): RunningTurns {
  const { sql, mailer, onError } = options;
  return runTurns({
    everyMs: TICK_MS,
    async turn() {
      const outcome = await deliverMail(sql, mailer, onError);
      // A server that does not answer would not answer the next one either.
      return outcome === 'sent' || outcome === 'refused' ? 'again' : 'wait';
    },
    onError,
  });
}
