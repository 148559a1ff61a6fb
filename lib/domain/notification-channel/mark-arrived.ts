import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { ArrivalTokens } from '@/lib/infra/web-push/arrival-token';
import { DomainProblem } from '../problem';
import { type DeliveryFacts, statusOf } from './delivery-facts';

/**
 * A browser says that a push has arrived; a second one of the same reader changes nothing. It may say so before the attempt
 * that sent it is written down: the arrival proves that it was sent.
 * @throws {DomainProblem} `resource.not_found`, also for a wrong token
 */
export async function markArrived(
  unitOfWork: UnitOfWork,
  tokens: ArrivalTokens,
  request: { id: string; token: string; correlationId: string },
): Promise<void> {
  const { id, token } = request;
  if (!isUuid(id) || !tokens.isOf(id, token)) throw new DomainProblem('resource.not_found');
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<Arrived>(ARRIVED, [id]);
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
  });
}

interface Arrived extends DeliveryFacts {
  readonly sent_at: Date;
  readonly delivered_at: Date;
  readonly was_queued: boolean;
}

const ARRIVED = `
  WITH known AS (
    SELECT id, status FROM notification_delivery
    WHERE id = $1 AND channel = 'push' AND delivered_at IS NULL FOR UPDATE
  )
  UPDATE notification_delivery AS delivery SET status = 'delivered', delivered_at = now(),
    sent_at = coalesce(delivery.sent_at, now()), failed_at = NULL, next_try_at = NULL, last_error = NULL
  FROM known WHERE delivery.id = known.id
  RETURNING delivery.notification_id, delivery.user_id, delivery.channel, delivery.attempts, delivery.sent_at, delivery.delivered_at,
    known.status = 'queued' AS was_queued`;
