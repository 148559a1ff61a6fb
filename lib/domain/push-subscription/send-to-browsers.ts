import type { PushMessage } from '@/lib/contracts/offline/push-message';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { PushAnswer, SendPush } from '@/lib/infra/web-push/send-push';
import { noteAnswers } from './keep-subscription';
import { browsersOf } from './queries';

/** What a service takes is 4,096 bytes with its encryption; the rest of a message is on its page. */
const MOST_TEXT_BYTES = 2_000;

/** One message to every browser of a user. Those that are gone are removed. */
export async function sendToBrowsers(
  sql: SqlTx,
  send: SendPush,
  push: { userId: string; message: PushMessage; isUrgent: boolean; keepSeconds: number },
): Promise<readonly PushAnswer[]> {
  const { userId, message, isUrgent, keepSeconds } = push;
  const browsers = await browsersOf(sql, userId);
  const short = {
    ...message,
    title: cutText(message.title, 400),
    body: cutText(message.body, MOST_TEXT_BYTES),
  };
  const payload = JSON.stringify(short);
  const topic = message.tag.replaceAll('-', '').slice(0, 32);
  const answers = await Promise.all(
    browsers.map(async (target) => ({
      id: target.id,
      answer: await send({ target, payload, isUrgent, keepSeconds, topic }),
    })),
  );
  const idsOf = (is: PushAnswer['is']) =>
    answers.filter(({ answer }) => answer.is === is).map(({ id }) => id);
  await noteAnswers(sql, { gone: idsOf('gone'), taken: idsOf('taken') });
  return answers.map(({ answer }) => answer);
}

/** The beginning of a text in so many bytes, never half a character. */
export function cutText(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const letters = Array.from(text);
  let bytes = 0;
  let end = 0;
  for (const letter of letters) {
    bytes += Buffer.byteLength(letter);
    if (bytes > most - 3) break;
    end += 1;
  }
  return `${letters.slice(0, end).join('')}…`;
}
