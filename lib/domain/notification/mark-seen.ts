import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

/**
 * Records that own notifications were shown in an open list; those of others are ignored. One event tells of all that were
 * new to it: DELIVERED with the status `seen`, since being seen is the strongest form of having arrived. Returns how many.
 */
export async function markSeen(
  unitOfWork: UnitOfWork,
  request: { userId: string; ids: readonly string[]; correlationId: string },
): Promise<{ seen_count: number; seen_at: string }> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<{
      notification_id: string;
      announcement_id: string | null;
      seen_at: Date;
    }>(MARK_SEEN, [request.userId, request.ids]);
    const seenAt = (rows[0]?.seen_at ?? new Date()).toISOString();
    if (rows.length > 0) {
      const ids = rows.map((row) => row.notification_id);
      tx.publish('NOTIFICATION_DELIVERED', {
        notification_id: ids.length === 1 ? (ids[0] ?? '') : '',
        user_id: request.userId,
        channel: 'in_app',
        status: 'seen',
        delivered_at: seenAt,
        seen_at: seenAt,
        notification_ids: ids,
        announcement_ids: [...new Set(rows.flatMap((row) => row.announcement_id ?? []))],
      });
    }
    return { seen_count: rows.length, seen_at: seenAt };
  });
}

// What was seen has arrived, also where the browser's own answer is still on its way.
const MARK_SEEN = `
  UPDATE notification_recipient AS recipient
  SET seen_at = now(), delivered_at = COALESCE(recipient.delivered_at, now())
  FROM notification
  WHERE notification.id = recipient.notification_id AND recipient.user_id = $1
    AND recipient.notification_id = ANY ($2::uuid[]) AND recipient.seen_at IS NULL
  RETURNING recipient.notification_id, recipient.seen_at, notification.announcement_id`;
