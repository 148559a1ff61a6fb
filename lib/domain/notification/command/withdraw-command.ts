import type { CommandView } from '@/lib/contracts/http/notification-command';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../../problem';
import type { SignedIn } from '../../session/authenticate';
import { cancelledFor, endCommand, lockCommand } from './command-row';
import { readCommand } from './list-commands';

/**
 * Takes back a command that waits for its time, whoever asked for it. Against the clock one of the two has the row first.
 * @throws {DomainProblem} `resource.not_found`, `notification.not_scheduled` when it is sent, or over
 */
export async function withdrawCommand(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; reason: string },
): Promise<CommandView> {
  const { actor, correlationId, reason } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const row = await lockCommand(tx, request.id.replaceAll('\u0000', ''));
    if (!row) throw new DomainProblem('resource.not_found');
    if (row.status !== 'scheduled') throw new DomainProblem('notification.not_scheduled');
    await endCommand(tx, row.id, { status: 'cancelled', reason: cancelledFor(reason) });
    const isBulk = row.type === 'SEND_BULK';
    tx.publish('CANCEL_NOTIFICATION', {
      notification_id: isBulk ? '' : row.id,
      batch_id: isBulk ? row.id : '',
      reason,
      cancelled_by: actor.userId,
      cancelled_at: new Date().toISOString(),
    });
    return readCommand(tx, row.id);
  });
}
