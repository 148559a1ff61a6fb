import { sendToBrowsers } from '@/lib/domain/push-subscription/send-to-browsers';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { ArrivalTokens } from '@/lib/infra/web-push/arrival-token';
import type { PushAnswer, SendPush } from '@/lib/infra/web-push/send-push';
import type { ChannelPort, Outcome } from './channel-port';

const KEEP_SECONDS = 24 * 3_600;

/** By Web Push, to every browser that the recipient has subscribed. */
export function createPushPort(options: {
  sql: SqlTx;
  send: SendPush;
  arrivalTokens: ArrivalTokens;
}): ChannelPort {
  const { sql, send, arrivalTokens } = options;
  return {
    channel: 'push',
    atOnce: 20,
    async send(due) {
      if (due.user_id === null) return { is: 'pointless', reason: 'no address' };
      const left = due.expires_at ? (due.expires_at.getTime() - Date.now()) / 1_000 : KEEP_SECONDS;
      const answers = await sendToBrowsers(sql, send, {
        userId: due.user_id,
        message: {
          title: due.title,
          body: due.message,
          url: due.action_url.startsWith('/') ? due.action_url : '/inbox',
          tag: due.notification_id,
          arrival: { delivery_id: due.id, token: arrivalTokens.make(due.id) },
        },
        isUrgent: due.priority === 'urgent' || due.priority === 'high',
        keepSeconds: Math.max(1, Math.min(KEEP_SECONDS, Math.ceil(left))),
      });
      return outcomeOf(answers);
    },
  };
}

/** One browser that is told is enough: trying the others again would tell this one twice. */
function outcomeOf(answers: readonly PushAnswer[]): Outcome {
  if (answers.some(({ is }) => is === 'taken')) return { is: 'sent' };
  const not = answers.flatMap((answer) => (answer.is === 'taken' || answer.is === 'gone' ? [] : [answer]));
  const best = not.find(({ is }) => is === 'later') ?? not.find(({ is }) => is === 'down') ?? not[0];
  if (best) return best;
  return answers.length > 0
    ? { is: 'refused', reason: 'the browser has taken its subscription back' }
    : { is: 'pointless', reason: 'no address' };
}
