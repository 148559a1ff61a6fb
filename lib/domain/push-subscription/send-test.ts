import type { Locale } from '@/lib/contracts/http/locale';
import type { PushTested } from '@/lib/contracts/http/push-subscription';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { SendPush } from '@/lib/infra/web-push/send-push';
import { sendToBrowsers } from './send-to-browsers';

/** A push is read where nobody may be signed in, so its words are here and not in the browser's catalogue. */
const texts: Readonly<Record<Locale, { title: string; body: string }>> = {
  en: { title: 'This is a test', body: 'This is how NimbusU tells you when no page is open.' },
  de: { title: 'Das ist ein Test', body: 'So meldet sich NimbusU, wenn keine Seite offen ist.' },
};

/** It is no notification: the inbox knows nothing of it, and no preference holds it back. */
export async function sendTest(
  sql: SqlTx,
  send: SendPush,
  request: { userId: string; locale: Locale | null },
): Promise<PushTested> {
  const answers = await sendToBrowsers(sql, send, {
    userId: request.userId,
    message: { ...texts[request.locale ?? 'en'], url: '/profile', tag: 'test', arrival: null },
    isUrgent: true,
    keepSeconds: 60,
  });
  const sent = answers.filter(({ is }) => is === 'taken').length;
  return { sent_count: sent, failed_count: answers.length - sent };
}
