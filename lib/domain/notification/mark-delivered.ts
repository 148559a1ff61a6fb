import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

export interface Arrival {
  readonly userId: string;
  readonly notificationId: string;
}

/**
 * Records that notifications have arrived on a screen of their user; one statement for any number. Only the first
 * arrival counts and publishes NOTIFICATION_DELIVERED; arrivals of what the user was never sent are ignored.
 * Returns how many were new.
 */
export async function markDelivered(tx: EventfulTx, arrivals: readonly Arrival[]): Promise<number> {
  const { rows } = await tx.query<{
    notification_id: string;
    user_id: string;
    delivered_at: Date;
    created_at: Date;
  }>(MARK_DELIVERED, [
    arrivals.map((arrival) => arrival.userId),
    arrivals.map((arrival) => arrival.notificationId),
  ]);
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
  FROM arrived
  WHERE recipient.user_id = arrived.user_id AND recipient.notification_id = arrived.notification_id
    AND recipient.delivered_at IS NULL
  RETURNING recipient.notification_id, recipient.user_id, recipient.delivered_at, recipient.created_at`;
