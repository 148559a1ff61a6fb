import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type DeliveryFacts, statusOf } from './delivery-facts';

/**
 * The channel has taken it, or was about to, and says now that it does not arrive. What has arrived stays so.
 */
export async function markReturned(tx: EventfulTx, id: string, reason: string): Promise<void> {
  const { rows } = await tx.query<Returned>(RETURNED, [id, reason]);
  for (const row of rows)
    tx.publish('NOTIFICATION_FAILED', {
      ...statusOf(id, row),
      status: 'failed',
      error_message: reason,
      sent_at: row.sent_at?.toISOString() ?? null,
    });
}

interface Returned extends DeliveryFacts {
  readonly sent_at: Date | null;
}

const RETURNED = prepared(`
  UPDATE notification_delivery SET status = 'failed', failed_at = now(), next_try_at = NULL, last_error = $2
  WHERE id = $1 AND status IN ('queued', 'sent')
  RETURNING notification_id, user_id, channel, attempts, sent_at`);
