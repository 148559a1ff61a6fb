import type { TargetAudience, TargetDetails } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { onlyUsers } from './audience';
import type { NotificationToSend, Written } from './notification-to-send';

/** How many people one event names: keeps the largest well below what a log takes. */
const PER_EVENT = 5_000;

/**
 * Publishes the NOTIFICATION_QUEUED that stands for all who are shown the notification now. Those who are not are left out
 * by name, or the others are named, whichever are fewer; more than {@link PER_EVENT} names take several events, of which the
 * first is the one that places it in the catch-up order.
 */
export async function announceQueued(
  tx: EventfulTx,
  queued: { id: string; queuedEventId: string; send: NotificationToSend; written: Written },
): Promise<void> {
  const { id, queuedEventId, send, written } = queued;
  const { audience } = send;
  const { held, recipients } = written;
  const publish = (to: Recipients, eventId?: string) =>
    tx.publish(
      'NOTIFICATION_QUEUED',
      {
        notification_id: id,
        // The sender of a command knows its answer by the name it gave.
        queue_id: send.commandId ?? queuedEventId,
        user_id: '',
        channel: 'in_app',
        status: 'queued',
        attempt_count: 1,
        error_message: '',
        recipients: to,
        content: {
          notification_type: send.kind,
          title: send.title,
          message: send.message,
          priority: send.priority,
          action_url: send.actionUrl,
          created_at: written.created_at.toISOString(),
          source_event_id: send.sourceEventId,
          announcement_id: send.announcement?.id ?? '',
          ...(send.groupKey && { group_key: send.groupKey }),
          ...((send.withdraws?.length ?? 0) > 0 && { withdrawn_ids: [...(send.withdraws ?? [])] }),
        },
      },
      eventId === undefined ? undefined : { eventId },
    );
  const shown = recipients - held.length;
  if (held.length <= Math.min(shown, PER_EVENT) && audience.user_ids.length <= PER_EVENT) {
    publish(
      {
        target_audience: audience.target_audience,
        role_names: [...audience.role_names],
        department_ids: [...audience.department_ids],
        course_ids: [...audience.course_ids],
        user_ids: [...audience.user_ids],
        count: recipients,
        ...(held.length > 0 && { except_user_ids: [...held] }),
      },
      queuedEventId,
    );
    return;
  }
  const { rows } = await tx.query<{ user_id: string }>(SHOWN, [id]);
  for (let first = 0; first === 0 || first < rows.length; first += PER_EVENT) {
    const named = rows.slice(first, first + PER_EVENT).map((row) => row.user_id);
    publish(
      { ...onlyUsers(named), count: first === 0 ? recipients : named.length },
      first === 0 ? queuedEventId : undefined,
    );
  }
}

interface Recipients extends TargetDetails {
  target_audience: TargetAudience;
  count: number;
  except_user_ids?: string[];
}

const SHOWN = `
  SELECT user_id FROM notification_recipient WHERE notification_id = $1 AND held_until IS NULL ORDER BY user_id`;
