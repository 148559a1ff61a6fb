import type { NotificationBulkChange, NotificationsChanged } from '@/lib/contracts/http/notification';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** SQL over `recipient`: what a change of its reader does, and where it changes something; `$3` is until when. */
export interface ChangeStatement {
  readonly set: string;
  readonly where: string;
}

/**
 * Changes a user's own notifications where that changes something, and tells of all by one event. The contract has one for
 * the reading state: `status` says which it is now.
 */
export async function changeRows(
  tx: EventfulTx,
  given: {
    userId: string;
    ids: readonly string[];
    change: NotificationBulkChange;
    until?: string | undefined;
  },
  { set, where }: ChangeStatement,
): Promise<NotificationsChanged> {
  const { userId, ids, change, until } = given;
  const { rows } = await tx.query<{ id: string; at: Date; announcement_id: string | null }>(
    `UPDATE notification_recipient AS recipient SET ${set} FROM notification
     WHERE notification.id = recipient.notification_id AND recipient.user_id = $1
       AND recipient.notification_id = ANY ($2::uuid[]) AND ${where}
     RETURNING notification.id, now()::timestamptz(3) AS at, notification.announcement_id`,
    [userId, [...new Set(ids)].sort(), ...(until === undefined ? [] : [until])],
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
}
