import type { NotificationBulkChange, NotificationsChanged } from '@/lib/contracts/http/notification';
import type { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

/** What can be done with several at once: the SQL that does it, and where it changes something. */
const changes: Readonly<Record<NotificationBulkChange, { set: string; where: string }>> = {
  read: {
    set: 'read_at = now(), seen_at = COALESCE(recipient.seen_at, now())',
    where: 'recipient.read_at IS NULL AND recipient.held_until IS NULL',
  },
  unread: { set: 'read_at = NULL', where: 'recipient.read_at IS NOT NULL AND recipient.held_until IS NULL' },
  archived: {
    set: 'archived_at = now()',
    where: 'recipient.archived_at IS NULL AND recipient.held_until IS NULL',
  },
  restored: { set: 'archived_at = NULL', where: 'recipient.archived_at IS NOT NULL' },
  snoozed: {
    set: `held_until = $3::timestamptz, waits_until = $3::timestamptz, decision = 'snoozed', archived_at = NULL`,
    where: `(recipient.held_until IS NULL OR recipient.decision = 'snoozed')`,
  },
  woken: {
    set: 'held_until = NULL, waits_until = NULL',
    where: `recipient.decision = 'snoozed' AND recipient.held_until IS NOT NULL`,
  },
};

/**
 * Changes several of a user's own notifications in one step; those that are so already, or are not theirs, are passed over.
 * One event tells of all.
 */
export async function changeMany(
  unitOfWork: UnitOfWork,
  request: { userId: string; correlationId: string; change: ChangeNotifications },
): Promise<NotificationsChanged> {
  const { userId, correlationId } = request;
  const { ids, change, until } = request.change;
  const { set, where } = changes[change];
  return unitOfWork.run({ correlationId }, async (tx) => {
    const values = [userId, [...new Set(ids)].sort(), ...(until === undefined ? [] : [until])];
    const { rows } = await tx.query<{ id: string; at: Date; announcement_id: string | null }>(
      `UPDATE notification_recipient AS recipient SET ${set} FROM notification
       WHERE notification.id = recipient.notification_id AND recipient.user_id = $1
         AND recipient.notification_id = ANY ($2::uuid[]) AND ${where}
       RETURNING notification.id, now()::timestamptz(3) AS at, notification.announcement_id`,
      values,
    );
    const at = (rows[0]?.at ?? new Date()).toISOString();
    const changed = rows.map((row) => row.id);
    const [first = ''] = changed;
    if (changed.length > 0)
      tx.publish('NOTIFICATION_READ', {
        notification_id: changed.length === 1 ? first : '',
        user_id: userId,
        channel: 'in_app',
        status: change,
        read_at: at,
        notification_ids: changed,
        announcement_ids: [...new Set(rows.flatMap((row) => row.announcement_id ?? []))],
        acknowledged_revision: 0,
        snoozed_until: until ?? null,
      });
    return { ids: changed, at };
  });
}
