import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { categoryOf } from '@/lib/contracts/http/notification-category';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { announceQueued } from './announce-queued';
import { audienceParameters } from './audience';
import { FAN_OUT, presetParameters } from './fan-out-statement';
import {
  type NotificationCause,
  type NotificationToSend,
  ordinaryChannels,
  type Written,
} from './notification-to-send';

/**
 * Writes the content once, a row for each active user of the audience and one for each other way it goes to them, by one
 * statement; and publishes a NOTIFICATION_QUEUED for those who are shown it now. What a reader's preferences, quiet hours or
 * the flood of its group keep back is written as held, with what decided so. Returns how many people it is for, or `null`
 * when it was sent before.
 */
export async function fanOutNotification(tx: EventfulTx, send: NotificationToSend): Promise<number | null> {
  const id = send.id ?? uuidv7();
  const queuedEventId = randomUUID();
  const { audience, channels = ordinaryChannels } = send;
  const category = categoryOf(send.kind);
  const { rows } = await tx.query<Written>(FAN_OUT, [
    id,
    send.sourceEventId,
    send.kind,
    queuedEventId,
    send.title,
    send.message,
    send.priority,
    send.actionUrl,
    send.correlationId,
    ...audienceParameters(audience),
    send.announcement?.id ?? null,
    send.announcement?.revision ?? null,
    category,
    send.courseId ?? null,
    send.groupKey ?? '',
    send.commandId ? `${send.commandId}${send.commandPart ?? ''}` : null,
    send.expiresAt ?? null,
    channels,
    JSON.stringify(causeOf(send)),
    send.isRelease ?? false,
    ...presetParameters(category),
  ]);
  const written = rows[0];
  if (!written) return null;
  const withdraws = send.withdraws ?? [];
  if (withdraws.length > 0) await tx.query(WITHDRAW, [id, withdraws]);
  await announceQueued(tx, { id, queuedEventId, send, written });
  return written.recipients;
}

/** Why there is it, kept as long as the notification itself: events are not. */
function causeOf({ source, audience, channels = ordinaryChannels }: NotificationToSend): NotificationCause {
  const { user_ids, ...named } = audience;
  return { ...source, channels: [...channels], audience: { ...named, users: user_ids.length } };
}

/** What is taken back asks nobody to read it any more. */
const WITHDRAW = `
  WITH withdrawn AS (
    UPDATE notification SET withdrawn_at = now(), withdrawn_by = $1
    WHERE id = ANY ($2::uuid[]) AND withdrawn_at IS NULL
    RETURNING id
  )
  UPDATE notification_recipient AS recipient SET read_at = now(), seen_at = COALESCE(recipient.seen_at, now())
  FROM withdrawn WHERE recipient.notification_id = withdrawn.id AND recipient.read_at IS NULL`;
