import type { NotificationChanged } from '@/lib/contracts/http/notification';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';

/** What a user can do with an own notification beside reading it, as the SQL that does it and says where it changes something. */
const changes = {
  unread: { set: 'read_at = NULL', where: 'read_at IS NOT NULL' },
  archived: { set: 'archived_at = now()', where: 'archived_at IS NULL' },
  restored: { set: 'archived_at = NULL', where: 'archived_at IS NOT NULL' },
} as const;
export type StateChange = keyof typeof changes;

/**
 * Changes the state of one of the user's own notifications; where it is so already, nothing changes and nothing is
 * emitted. The contract has one event for the reading state: `status` says which it is now.
 * @throws {DomainProblem} `resource.not_found`, also for a notification of somebody else
 */
export async function changeState(
  unitOfWork: UnitOfWork,
  request: { userId: string; id: string; change: StateChange; correlationId: string },
): Promise<NotificationChanged> {
  const { userId, id, change } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  const { set, where } = changes[change];
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<{ at: Date; announcement_id: string | null }>(
      `UPDATE notification_recipient AS recipient SET ${set} FROM notification
       WHERE notification.id = recipient.notification_id AND recipient.user_id = $1
         AND recipient.notification_id = $2 AND recipient.${where}
       RETURNING now()::timestamptz(3) AS at, notification.announcement_id`,
      [userId, id],
    );
    const changed = rows[0];
    if (!changed) {
      const known = await tx.query(
        'SELECT 1 FROM notification_recipient WHERE user_id = $1 AND notification_id = $2',
        [userId, id],
      );
      if (known.rowCount === 0) throw new DomainProblem('resource.not_found');
      return { id, at: new Date().toISOString() };
    }
    const at = changed.at.toISOString();
    tx.publish('NOTIFICATION_READ', {
      notification_id: id,
      user_id: userId,
      channel: 'in_app',
      status: change,
      read_at: at,
      notification_ids: [id],
      announcement_ids: changed.announcement_id === null ? [] : [changed.announcement_id],
      acknowledged_revision: 0,
    });
    return { id, at };
  });
}
