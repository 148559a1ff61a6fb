import type { SmsReceipt } from '@/lib/contracts/http/sms-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import { markDelivered } from './mark-delivered';
import { markReturned } from './mark-returned';

/**
 * Takes what the gateway says of a text message. In whatever order receipts come: once it has arrived it has, and what says
 * that it is still on its way changes nothing. It may come before the attempt that sent it is written down.
 * @throws {DomainProblem} `resource.not_found`, also for the delivery of another channel
 */
export async function takeReceipt(
  unitOfWork: UnitOfWork,
  request: { receipt: SmsReceipt; correlationId: string },
): Promise<void> {
  const { id, status, reason } = request.receipt;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const known = isUuid(id) && (await tx.query(KNOWN, [id])).rowCount === 1;
    if (!known) throw new DomainProblem('resource.not_found');
    if (status === 'delivered') await markDelivered(tx, id, 'sms');
    if (status === 'failed') await markReturned(tx, id, reason || 'the gateway could not deliver it');
  });
}

const KNOWN = `SELECT FROM notification_delivery WHERE id = $1 AND channel = 'sms' FOR UPDATE`;
