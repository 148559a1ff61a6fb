import type { SqlTx } from '@/lib/infra/db/sql';
import { type Delivery, deliverMail } from '@/lib/infra/mail/deliver-mail';
import type { Mailer } from '@/lib/infra/mail/mailer';

/** How late a mail may leave, ms. */
const TICK_MS = 1_000;

export interface RunningMail {
  stop(): Promise<void>;
}

/** Sends what is due, one after the other; any number of processes may. */
export function runMail(options: {
  sql: SqlTx;
  mailer: Mailer;
  onError: (error: unknown) => void;
}): RunningMail {
  const { sql, mailer, onError } = options;
  let isStopped = false;
  let wake = () => {};

  async function run(): Promise<void> {
    while (!isStopped) {
      const outcome: Delivery = await deliverMail(sql, mailer, onError).catch((error: unknown) => {
        onError(error);
        return 'later';
      });
      // A server that does not answer would not answer the next one either.
      if (outcome === 'sent' || outcome === 'refused') continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, TICK_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  const running = run();

  return {
    async stop() {
      isStopped = true;
      wake();
      await running;
      mailer.close();
    },
  };
}
