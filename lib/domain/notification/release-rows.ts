import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '@/lib/contracts/http/locale';
import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { onlyUsers } from './audience';
import { briefTexts, type ReleaseReason } from './brief-texts';
import { fanOutNotification } from './fan-out';
import type { HeldRow } from './release-row';
import { showAgain } from './show-again';

/**
 * Releases what was held back from a reader: one of it by itself, several by one notification that says what they are and
 * goes by the channels that they would have gone by. What is no news any more is in the inbox, and nobody is told.
 */
export async function releaseRows(
  tx: EventfulTx,
  reader: { userId: string; locale: Locale | null },
  rows: readonly HeldRow[],
  reason: ReleaseReason,
): Promise<void> {
  const { userId } = reader;
  const news = rows.filter((row) => row.is_news);
  const [only] = news;
  if (!only) return;
  if (news.length === 1) {
    if (only.is_shown) await showAgain(tx, userId, only.id);
    await tx.query(DELIVER, [only.id, userId, only.channels]);
    return;
  }
  const channels = NotificationChannel.options.filter((channel) =>
    news.some((row) => (channel === 'in_app' ? row.is_shown : row.channels.includes(channel))),
  );
  const briefId = await sendBrief(tx, reader, { rows: news, reason, channels });
  await tx.query(
    'UPDATE notification_recipient SET brief_id = $3 WHERE user_id = $1 AND notification_id = ANY ($2::uuid[])',
    [userId, news.map((row) => row.id), briefId],
  );
}

async function sendBrief(
  tx: EventfulTx,
  { userId, locale }: { userId: string; locale: Locale | null },
  brief: { rows: readonly HeldRow[]; reason: ReleaseReason; channels: NotificationChannel[] },
): Promise<string | null> {
  const kind = brief.reason === 'digest' ? 'digest' : 'brief';
  const id = uuidv7();
  const sent = await fanOutNotification(tx, {
    id,
    sourceEventId: randomUUID(),
    kind,
    ...briefTexts(locale, brief.reason, brief.rows),
    priority: brief.rows.some((row) => row.priority !== 'normal' && row.priority !== 'low')
      ? 'high'
      : 'normal',
    actionUrl: '/inbox?filter=unread',
    correlationId: '',
    audience: onlyUsers([userId]),
    channels: brief.channels,
    isRelease: true,
  });
  return sent === 0 ? null : id;
}

const DELIVER = `
  INSERT INTO notification_delivery (id, notification_id, user_id, channel, address)
  SELECT gen_random_uuid(), $1, app_user.id, way::notification_channel,
    CASE way WHEN 'email' THEN app_user.email WHEN 'sms' THEN app_user.phone ELSE '' END
  FROM app_user CROSS JOIN unnest($3::text[]) AS way
  WHERE app_user.id = $2 AND app_user.status = 'active' AND way <> 'in_app'
    AND (way <> 'push' OR EXISTS (SELECT 1 FROM push_subscription WHERE push_subscription.user_id = app_user.id))
  ON CONFLICT DO NOTHING`;
