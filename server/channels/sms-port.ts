import { cutText } from '@/lib/domain/push-subscription/send-to-browsers';
import type { SqlTx } from '@/lib/infra/db/sql';
import { keepMail } from '@/lib/infra/mail/keep-mail';
import type { SendSms } from '@/lib/infra/sms/send-sms';
import type { ChannelPort } from './channel-port';
import { absoluteUrl } from './write-email';

/** Text messages are paid by the piece: what does not fit is on its page. */
const MOST_BYTES = 300;

/** By text message. Without a gateway it is kept beside the mail, where that can be read. */
export function createSmsPort(options: {
  sql: SqlTx;
  send: SendSms | null;
  siteOrigin: string;
}): ChannelPort {
  const { sql, send, siteOrigin } = options;
  return {
    channel: 'sms',
    atOnce: 5,
    async send(due) {
      if (!/^\+[1-9]\d{6,14}$/.test(due.address))
        return { is: 'pointless', reason: 'not a number in international form' };
      const link = absoluteUrl(due.action_url, siteOrigin);
      const words = cutText(`${due.title}: ${due.message}`.replaceAll(/\s+/g, ' '), MOST_BYTES);
      const text = link === null ? words : `${words} ${link}`;
      if (send !== null) return send({ id: due.id, to: due.address, text });
      await keepMail(sql, due.id, due.address, { subject: due.title, text });
      return { is: 'sent' };
    },
  };
}
