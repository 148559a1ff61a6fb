import type { SqlTx } from '@/lib/infra/db/sql';
import type { Env } from '@/lib/infra/env/read-env';
import type { Mailer } from '@/lib/infra/mail/mailer';
import { createUnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createSmsSender } from '@/lib/infra/sms/send-sms';
import { openWebPush } from '@/lib/infra/web-push/open-web-push';
import { createEmailPort } from './email-port';
import { createPushPort } from './push-port';
import { runChannel } from './run-channel';
import { createSmsPort } from './sms-port';

/** Joins the ways out of the browser, each with a loop of its own: none waits for another. */
export function runChannels(options: {
  sql: SqlTx;
  unitOfWork: UnitOfWork;
  mailer: Mailer;
  settings: Env;
  onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { sql, mailer, settings } = options;
  const siteOrigin = new URL(settings.NEXTAUTH_URL).origin;
  const { SMS_URL: url, SMS_TOKEN: token } = settings;
  const ports = [
    createEmailPort({ mailer, sql, siteOrigin, tokens: createUnsubscribeTokens(settings.NEXTAUTH_SECRET) }),
    createPushPort({ sql, ...openWebPush(settings) }),
    createSmsPort({ sql, send: url === null ? null : createSmsSender({ url, token }), siteOrigin }),
  ];
  const running = ports.map((port) => runChannel(options, port));
  return {
    async stop() {
      await Promise.all(running.map((channel) => channel.stop()));
    },
  };
}
