import type { NotificationChanged } from '@/lib/contracts/http/notification';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import { changeRows } from './change-rows';

/** What a user can do with an own notification beside reading it. */
const changes = {
  unread: { set: 'read_at = NULL', where: 'recipient.read_at IS NOT NULL' },
  archived: { set: 'archived_at = now()', where: 'recipient.archived_at IS NULL' },
  restored: { set: 'archived_at = NULL', where: 'recipient.archived_at IS NOT NULL' },
} as const;
export type StateChange = keyof typeof changes;

/**
 * Changes the state of one of the user's own notifications; where it is so already, nothing changes and nothing is
 * emitted.
 * @throws {DomainProblem} `resource.not_found`, also for a notification of somebody else
 */
export async function changeState(
  unitOfWork: UnitOfWork,
  request: { userId: string; id: string; change: StateChange; correlationId: string },
): Promise<NotificationChanged> {
  const { userId, id, change } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { ids, at } = await changeRows(tx, { userId, ids: [id], change }, changes[change]);
    if (ids.length === 0) {
      const known = await tx.query(
        'SELECT 1 FROM notification_recipient WHERE user_id = $1 AND notification_id = $2',
        [userId, id],
      );
      if (known.rowCount === 0) throw new DomainProblem('resource.not_found');
    }
    return { id, at };
  });
}
