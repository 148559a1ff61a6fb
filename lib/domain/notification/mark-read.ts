import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';

/** Above this an event does not name them one by one: it stands for all up to its time. */
const MOST_NAMED = 500;

interface ReadRow {
  notification_id: string;
  announcement_id: string | null;
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
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const rows = await readWhere(tx, userId, 'recipient.notification_id = $2', [id]);
    const readAt = rows[0]?.read_at.toISOString();
    if (readAt !== undefined) {
      publishRead(tx, userId, rows, readAt);
      return { id, read_at: readAt };
    }
    const before = await tx.query<ReadRow>(
      'SELECT read_at FROM notification_recipient WHERE user_id = $1 AND notification_id = $2',
      [userId, id],
    );
    const known = before.rows[0];
    if (!known) throw new DomainProblem('resource.not_found');
    return { id, read_at: known.read_at.toISOString() };
  });
}

/** Marks all that are unread now; one event tells of them all, none when there were none. */
export async function markAllRead(
  unitOfWork: UnitOfWork,
  request: { userId: string; correlationId: string },
): Promise<{ read_count: number; read_at: string }> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const rows = await readWhere(
      tx,
      request.userId,
      'recipient.archived_at IS NULL AND recipient.held_until IS NULL',
      [],
    );
    const readAt = (rows[0]?.read_at ?? new Date()).toISOString();
    if (rows.length > 0) publishRead(tx, request.userId, rows, readAt);
    return { read_count: rows.length, read_at: readAt };
  });
}

/** Marks all that tell of one announcement, once its reader has answered. */
export async function markAnnouncementRead(
  unitOfWork: UnitOfWork,
  request: { userId: string; announcementId: string; correlationId: string },
): Promise<void> {
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const rows = await readWhere(tx, request.userId, 'notification.announcement_id = $2', [
      request.announcementId,
    ]);
    if (rows[0]) publishRead(tx, request.userId, rows, rows[0].read_at.toISOString());
  });
}

async function readWhere(
  tx: EventfulTx,
  userId: string,
  condition: string,
  values: unknown[],
): Promise<ReadRow[]> {
  const { rows } = await tx.query<ReadRow>(
    `UPDATE notification_recipient AS recipient SET read_at = now(), seen_at = COALESCE(recipient.seen_at, now())
     FROM notification
     WHERE notification.id = recipient.notification_id AND recipient.user_id = $1 AND recipient.read_at IS NULL
       AND ${condition}
     RETURNING recipient.notification_id, recipient.read_at, notification.announcement_id`,
    [userId, ...values],
  );
  return rows;
}

function publishRead(tx: EventfulTx, userId: string, rows: readonly ReadRow[], readAt: string): void {
  const ids = rows.map((row) => row.notification_id);
  const [first = ''] = ids;
  const announcementIds = new Set(rows.flatMap((row) => row.announcement_id ?? []));
  tx.publish('NOTIFICATION_READ', {
    notification_id: ids.length === 1 ? first : '',
    user_id: userId,
    channel: 'in_app',
    status: 'read',
    read_at: readAt,
    notification_ids: ids.length > MOST_NAMED ? [] : ids,
    announcement_ids: [...announcementIds].slice(0, MOST_NAMED),
    acknowledged_revision: 0,
  });
}
