import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

export interface Arrival {
  readonly userId: string;
  readonly notificationId: string;
  /** On which screen. */
  readonly sessionId: string;
}

/**
 * Records that notifications have arrived on screens of their users; two statements for any number. Each screen is written
 * down once; only the first arrival of all of a user's screens publishes NOTIFICATION_DELIVERED. Arrivals of what the user
 * was never sent are ignored. Returns how many were the first.
 */
export async function markDelivered(tx: EventfulTx, arrivals: readonly Arrival[]): Promise<number> {
  const users = arrivals.map((arrival) => arrival.userId);
  const notifications = arrivals.map((arrival) => arrival.notificationId);
  const { rows } = await tx.query<{
    notification_id: string;
    user_id: string;
    delivered_at: Date;
    created_at: Date;
    announcement_id: string | null;
  }>(MARK_DELIVERED, [users, notifications]);
  await tx.query(NOTE_SCREENS, [users, notifications, arrivals.map((arrival) => arrival.sessionId)]);
  for (const row of rows) {
    tx.publish('NOTIFICATION_DELIVERED', {
      notification_id: row.notification_id,
      queue_id: '',
      user_id: row.user_id,
      channel: 'in_app',
      status: 'delivered',
      attempt_count: 1,
      error_message: '',
      sent_at: row.created_at.toISOString(),
      delivered_at: row.delivered_at.toISOString(),
      announcement_ids: row.announcement_id === null ? [] : [row.announcement_id],
    });
  }
  return rows.length;
}

// Rows are locked in one order, so that two gateways that hear of the same arrivals cannot wait for each other.
const MARK_DELIVERED = `
  WITH arrived AS (
    SELECT user_id, notification_id FROM notification_recipient
    WHERE (user_id, notification_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[])) AND delivered_at IS NULL
    ORDER BY user_id, notification_id
    FOR UPDATE
  )
  UPDATE notification_recipient AS recipient SET delivered_at = now()
  FROM arrived, notification
  WHERE recipient.user_id = arrived.user_id AND recipient.notification_id = arrived.notification_id
    AND recipient.delivered_at IS NULL AND notification.id = arrived.notification_id
  RETURNING recipient.notification_id, recipient.user_id, recipient.delivered_at, recipient.created_at,
    notification.announcement_id`;

const NOTE_SCREENS = `
  INSERT INTO notification_arrival (user_id, notification_id, session_id)
  SELECT DISTINCT arrived.user_id, arrived.notification_id, arrived.session_id
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS arrived (user_id, notification_id, session_id)
  JOIN notification_recipient AS recipient
    ON recipient.user_id = arrived.user_id AND recipient.notification_id = arrived.notification_id
  ORDER BY 1, 2, 3
  ON CONFLICT DO NOTHING`;
