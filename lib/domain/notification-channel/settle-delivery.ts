import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type DeliveryFacts, statusOf } from './delivery-facts';

interface Tried {
  readonly id: string;
  readonly attempts: number;
}

interface Settled extends DeliveryFacts {
  readonly settled_at: Date;
}

/** The channel has taken it. What another process has settled meanwhile stays as it is. */
export async function markSent(tx: EventfulTx, { id }: Tried): Promise<void> {
  const { rows } = await tx.query<Settled>(SENT, [id]);
  for (const row of rows)
    tx.publish('NOTIFICATION_SENT', { ...statusOf(id, row), status: 'sent', sent_at: instantOf(row) });
}

/** It is given up, for `reason`. */
export async function markFailed(tx: EventfulTx, { id }: Tried, reason: string): Promise<void> {
  const { rows } = await tx.query<Settled>(FAILED, [id, reason]);
  for (const row of rows)
    tx.publish('NOTIFICATION_FAILED', { ...statusOf(id, row), status: 'failed', error_message: reason });
}

/** It is tried again after so many seconds, unless another process has taken it meanwhile. */
export async function putOff(
  tx: Pick<EventfulTx, 'query'>,
  { id, attempts }: Tried,
  { reason, seconds }: { reason: string; seconds: number },
): Promise<void> {
  await tx.query(PUT_OFF, [id, attempts, reason, seconds]);
}

const instantOf = (row: Settled) => row.settled_at.toISOString();

const SENT = prepared(`
  UPDATE notification_delivery SET status = 'sent', sent_at = now(), next_try_at = NULL, last_error = NULL
  WHERE id = $1 AND status = 'queued'
  RETURNING notification_id, user_id, channel, attempts, sent_at AS settled_at`);

const FAILED = prepared(`
  UPDATE notification_delivery SET status = 'failed', failed_at = now(), next_try_at = NULL, last_error = $2
  WHERE id = $1 AND status = 'queued'
  RETURNING notification_id, user_id, channel, attempts, failed_at AS settled_at`);

const PUT_OFF = prepared(`
  UPDATE notification_delivery SET next_try_at = now() + $4::float8 * interval '1 second', last_error = $3
  WHERE id = $1 AND attempts = $2 AND status = 'queued'`);
