import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Priority } from '@/lib/contracts/http/announcement';
import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Audience, audienceParameters, inAudience } from './audience';

export interface NotificationToSend {
  /** The event that caused it: with `kind` the notification's identity, so a redelivered event sends nothing twice. */
  readonly sourceEventId: string;
  readonly kind: string;
  readonly title: string;
  readonly message: string;
  readonly priority: Priority;
  readonly actionUrl: string;
  readonly correlationId: string;
  readonly audience: Audience;
  /** The announcement of this database that it tells of, and which of its announced revisions. */
  readonly announcement?: { readonly id: string; readonly revision: number } | undefined;
  /** Earlier notifications of the same people that are not true any more. */
  readonly withdraws?: readonly string[];
}

/**
 * Writes the content once and a row for each active user of the audience, by one statement, and publishes one
 * NOTIFICATION_QUEUED for all of them. Returns how many people it is for, or `null` when it was sent before.
 */
export async function fanOutNotification(tx: EventfulTx, send: NotificationToSend): Promise<number | null> {
  const id = uuidv7();
  const queuedEventId = randomUUID();
  const { audience } = send;
  const { rows } = await tx.query<{ created_at: Date; recipients: number }>(FAN_OUT, [
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
  ]);
  const written = rows[0];
  if (!written) return null;
  const withdraws = send.withdraws ?? [];
  if (withdraws.length > 0) await tx.query(WITHDRAW, [id, withdraws]);
  tx.publish(
    'NOTIFICATION_QUEUED',
    {
      notification_id: id,
      queue_id: queuedEventId,
      user_id: '',
      channel: 'in_app',
      status: 'queued',
      attempt_count: 1,
      error_message: '',
      recipients: {
        target_audience: audience.target_audience,
        role_names: [...audience.role_names],
        department_ids: [...audience.department_ids],
        course_ids: [...audience.course_ids],
        user_ids: [...audience.user_ids],
        count: written.recipients,
      },
      content: {
        notification_type: send.kind,
        title: send.title,
        message: send.message,
        priority: send.priority,
        action_url: send.actionUrl,
        created_at: written.created_at.toISOString(),
        source_event_id: send.sourceEventId,
        announcement_id: send.announcement?.id ?? '',
        ...(withdraws.length > 0 && { withdrawn_ids: [...withdraws] }),
      },
    },
    { eventId: queuedEventId },
  );
  return written.recipients;
}

const FAN_OUT = prepared(`
  WITH content AS (
    INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority, action_url, correlation_id,
      announcement_id, announced_revision)
    VALUES ($1, $2, $3, $4, $5, $6, $7::announcement_priority, $8, $9, $15::uuid, $16::int)
    ON CONFLICT (event_id, kind) DO NOTHING
    RETURNING id, created_at
  ), recipient AS (
    INSERT INTO notification_recipient (notification_id, user_id, created_at)
    SELECT content.id, app_user.id, content.created_at
    FROM content, app_user
    WHERE ${inAudience(10)}
    RETURNING 1
  )
  SELECT content.created_at, (SELECT count(*)::int FROM recipient) AS recipients FROM content`);

/** What is taken back asks nobody to read it any more. */
const WITHDRAW = `
  WITH withdrawn AS (
    UPDATE notification SET withdrawn_at = now(), withdrawn_by = $1
    WHERE id = ANY ($2::uuid[]) AND withdrawn_at IS NULL
    RETURNING id
  )
  UPDATE notification_recipient AS recipient SET read_at = now(), seen_at = COALESCE(recipient.seen_at, now())
  FROM withdrawn WHERE recipient.notification_id = withdrawn.id AND recipient.read_at IS NULL`;
