import type { DueDelivery } from '@/lib/domain/notification-channel/take-deliveries';
import type { SqlTx } from '@/lib/infra/db/sql';
import { keepMail } from '@/lib/infra/mail/keep-mail';
import { type Mailer, MailPutOff, MailRefused } from '@/lib/infra/mail/mailer';
import type { UnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import type { ChannelPort } from './channel-port';
import { writeEmail } from './write-email';

/** By mail. Without a mail server it is kept beside the other mail, where that can be read. */
export function createEmailPort(options: {
  mailer: Mailer;
  sql: SqlTx;
  siteOrigin: string;
  tokens: UnsubscribeTokens;
}): ChannelPort {
  const { mailer, sql, siteOrigin, tokens } = options;
  const settingsUrl = `${siteOrigin}/profile/notifications`;
  const wayOut = ({ user_id: userId, category, may_unsubscribe }: DueDelivery) =>
    userId !== null && may_unsubscribe
      ? { url: `${siteOrigin}/api/unsubscribe/${tokens.make({ userId, category })}`, isOneClick: true }
      : { url: settingsUrl, isOneClick: false };
  return {
    channel: 'email',
    atOnce: 10,
    async send(due) {
      const written = writeEmail(due, { siteOrigin, settingsUrl });
      if (mailer.kind === 'sink') {
        await keepMail(sql, due.id, due.address, written);
        return { is: 'sent' };
      }
      try {
        await mailer.send({
          id: due.id,
          to: due.address,
          ...written,
          isUrgent: due.priority === 'urgent',
          unsubscribe: wayOut(due),
        });
        return { is: 'sent' };
      } catch (error) {
        if (error instanceof MailRefused) return { is: 'refused', reason: error.message };
        if (error instanceof MailPutOff) return { is: 'later', reason: error.message };
        throw error;
      }
    },
  };
}
