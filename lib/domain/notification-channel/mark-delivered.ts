import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type DeliveryFacts, statusOf } from './delivery-facts';
import type { OuterChannel } from './outer-channel';

/** It has arrived, whatever was said of it before. Said once more it changes nothing, nor of another channel's delivery. */
export async function markDelivered(tx: EventfulTx, id: string, channel: OuterChannel): Promise<void> {
  const { rows } = await tx.query<Arrived>(ARRIVED, [id, channel]);
  for (const row of rows) {
    const status = { ...statusOf(id, row), sent_at: row.sent_at.toISOString() };
    if (row.was_queued) tx.publish('NOTIFICATION_SENT', { ...status, status: 'sent' });
    tx.publish('NOTIFICATION_DELIVERED', {
      ...status,
      status: 'delivered',
      delivered_at: row.delivered_at.toISOString(),
      announcement_ids: [],
    });
  }
}

interface Arrived extends DeliveryFacts {
  readonly sent_at: Date;
  readonly delivered_at: Date;
  readonly was_queued: boolean;
}

const ARRIVED = `
  WITH known AS (
    SELECT id, status FROM notification_delivery
    WHERE id = $1 AND channel = $2::notification_channel AND delivered_at IS NULL FOR UPDATE
  )
  UPDATE notification_delivery AS delivery SET status = 'delivered', delivered_at = now(),
    sent_at = coalesce(delivery.sent_at, now()), failed_at = NULL, next_try_at = NULL, last_error = NULL
  FROM known WHERE delivery.id = known.id
  RETURNING delivery.notification_id, delivery.user_id, delivery.channel, delivery.attempts, delivery.sent_at, delivery.delivered_at,
    known.status = 'queued' AS was_queued`;
