import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { CommandRetried } from '@/lib/contracts/http/notification-command';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { answerTaken } from './answer-taken';
import { notificationsOf, readCommand } from './list-commands';

/**
 * Puts what a channel has given up back into its queue, as if it had come there now, and says how many deliveries that are.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function retryFailed(
  unitOfWork: UnitOfWork,
  request: { correlationId: string; id: string },
): Promise<CommandRetried> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { id } = await readCommand(tx, request.id);
    const { rows } = await tx.query<{ channel: string; retried: number }>(RETRY, [id]);
    for (const { channel } of rows)
      answerTaken(tx, { id, channel: NotificationChannel.parse(channel), reason: '' });
    return { retried: rows.reduce((sum, { retried }) => sum + retried, 0) };
  });
}

const RETRY = `
  WITH again AS (
    UPDATE notification_delivery AS delivery
    SET status = 'queued', attempts = 0, queued_at = now(), next_try_at = now(), failed_at = NULL
    FROM notification
    WHERE notification.id = delivery.notification_id AND delivery.status = 'failed'
      AND notification.command_id = ANY (${notificationsOf('$1::text')})
    RETURNING delivery.channel
  )
  SELECT channel::text, count(*)::int AS retried FROM again GROUP BY channel ORDER BY channel`;
