import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

interface ReadRow {
  notification_id: string;
  read_at: Date;
}

/**
 * Marks one of the user's own notifications as read; a second time changes and emits nothing and answers the first time.
 * @throws {DomainProblem} `resource.not_found`, also for a notification of somebody else
 */
export async function markRead(
  unitOfWork: UnitOfWork,
  request: { userId: string; id: string; correlationId: string },
): Promise<{ id: string; read_at: string }> {
  const { userId, id } = request;
  if (!UUID.test(id)) throw new DomainProblem('resource.not_found');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<ReadRow>(
      `UPDATE notification_recipient SET read_at = now()
       WHERE user_id = $1 AND notification_id = $2 AND read_at IS NULL RETURNING notification_id, read_at`,
      [userId, id],
    );
    const read = rows[0];
    if (read) {
      const readAt = read.read_at.toISOString();
      tx.publish('NOTIFICATION_READ', statusOf(userId, id, readAt));
      return { id, read_at: readAt };
    }
    const before = await tx.query<ReadRow>(
      'SELECT notification_id, read_at FROM notification_recipient WHERE user_id = $1 AND notification_id = $2',
      [userId, id],
    );
    const known = before.rows[0];
    if (!known) throw new DomainProblem('resource.not_found');
    return { id, read_at: known.read_at.toISOString() };
  });
}

/** Marks all that are unread now; one event names them all, none when there were none. */
export async function markAllRead(
  unitOfWork: UnitOfWork,
  request: { userId: string; correlationId: string },
): Promise<{ read_count: number; read_at: string }> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<ReadRow>(
      `UPDATE notification_recipient SET read_at = now() WHERE user_id = $1 AND read_at IS NULL
       RETURNING notification_id, read_at`,
      [request.userId],
    );
    const readAt = (rows[0]?.read_at ?? new Date()).toISOString();
    if (rows.length > 0) {
      const ids = rows.map((row) => row.notification_id);
      tx.publish('NOTIFICATION_READ', { ...statusOf(request.userId, '', readAt), notification_ids: ids });
    }
    return { read_count: rows.length, read_at: readAt };
  });
}

const statusOf = (userId: string, notificationId: string, readAt: string) => ({
  notification_id: notificationId,
  user_id: userId,
  channel: 'in_app' as const,
  status: 'read' as const,
  read_at: readAt,
});
