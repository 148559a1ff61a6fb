import type { SqlTx } from '@/lib/infra/db/sql';
import type { Env } from '@/lib/infra/env/read-env';
import { createMailer } from '@/lib/infra/mail/mailer';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { runMail } from '../mail/run-mail';
import { runChannels } from './run-channels';

interface Outgoing {
  sql: SqlTx;
  unitOfWork: UnitOfWork;
  settings: Env;
  /** Names what could not be done yet. */
  warn: (message: string) => (error: unknown) => void;
}

/** What leaves the house: mail to accounts, and notifications by each of their channels. They share one mail server. */
export function runOutgoing({ sql, unitOfWork, settings, warn }: Outgoing): { stop(): Promise<void> } {
  const mailer = createMailer({
    url: settings.SMTP_URL,
    from: settings.MAIL_FROM,
    bounceAddress: settings.MAIL_BOUNCE_ADDRESS,
  });
  const mail = runMail({ sql, mailer, onError: warn('a mail could not be sent yet') });
  const channels = runChannels({
    sql,
    unitOfWork,
    mailer,
    settings,
    onError: warn('a notification could not be sent yet'),
  });
  return {
    async stop() {
      await Promise.all([mail.stop(), channels.stop()]);
      mailer.close();
    },
  };
}
