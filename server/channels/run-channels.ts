import type { SqlTx } from '@/lib/infra/db/sql';
import type { Env } from '@/lib/infra/env/read-env';
import type { Mailer } from '@/lib/infra/mail/mailer';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createEmailPort } from './email-port';
import { runChannel } from './run-channel';

/** Joins the ways out of the browser, each with a loop of its own: none waits for another. */
export function runChannels(options: {
  sql: SqlTx;
  unitOfWork: UnitOfWork;
  mailer: Mailer;
  settings: Pick<Env, 'NEXTAUTH_URL'>;
  onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { sql, mailer, settings } = options;
  const siteOrigin = new URL(settings.NEXTAUTH_URL).origin;
  const running = [createEmailPort({ mailer, sql, siteOrigin })].map((port) => runChannel(options, port));
  return {
    async stop() {
      await Promise.all(running.map((channel) => channel.stop()));
    },
  };
}
