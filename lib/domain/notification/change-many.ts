import type { NotificationBulkChange, NotificationsChanged } from '@/lib/contracts/http/notification';
import type { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { type ChangeStatement, changeRows } from './change-rows';
import { membersOf } from './groups';

/** What can be done with several at once. */
const changes: Readonly<Record<NotificationBulkChange, ChangeStatement>> = {
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
  const { userId, correlationId, change } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const ids = change.group ? await membersOf(tx, userId, change.group) : (change.ids ?? []);
    return changeRows(tx, { ...change, userId, ids }, changes[change.change]);
  });
}
