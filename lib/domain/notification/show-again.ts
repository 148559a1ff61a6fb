import { randomUUID } from 'node:crypto';
import type { Priority } from '@/lib/contracts/http/announcement';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { onlyUsers } from './audience';

/**
 * Shows a notification to one reader alone, now: it stands at the top of their inbox, new and unread, and is told live as one
 * that has just come.
 */
export async function showAgain(tx: EventfulTx, userId: string, notificationId: string): Promise<void> {
  const eventId = randomUUID();
  const { rows } = await tx.query<Shown>(SHOW, [userId, notificationId, eventId]);
  const shown = rows[0];
  if (!shown) return;
  const { announcement_id, correlation_id, ...content } = shown;
  tx.publish(
    'NOTIFICATION_QUEUED',
    {
      notification_id: notificationId,
      queue_id: eventId,
      user_id: '',
      channel: 'in_app',
      status: 'queued',
      attempt_count: 1,
      error_message: '',
      recipients: { ...onlyUsers([userId]), count: 1 },
      content: { ...content, announcement_id: announcement_id ?? '' },
    },
    { eventId, correlationId: correlation_id },
  );
}

interface Shown {
  notification_type: string;
  title: string;
  message: string;
  priority: Priority;
  action_url: string;
  created_at: string;
  source_event_id: string;
  announcement_id: string | null;
  group_key: string;
  correlation_id: string;
}

const SHOW = `
  UPDATE notification_recipient AS recipient
  SET held_until = NULL, waits_until = NULL, created_at = now(), shown_event_id = $3, seen_at = NULL, read_at = NULL,
    archived_at = NULL
  FROM notification
  WHERE notification.id = recipient.notification_id AND recipient.user_id = $1 AND recipient.notification_id = $2
  RETURNING notification.kind AS notification_type, notification.title, notification.message, notification.priority,
    notification.action_url, ${isoTime('recipient.created_at')} AS created_at, notification.event_id AS source_event_id,
    notification.announcement_id, notification.group_key, notification.correlation_id`;
