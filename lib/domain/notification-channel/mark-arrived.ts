import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { ArrivalTokens } from '@/lib/infra/web-push/arrival-token';
import { DomainProblem } from '../problem';
import { markDelivered } from './mark-delivered';

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
  await unitOfWork.run({ correlationId: request.correlationId }, (tx) => markDelivered(tx, id, 'push'));
}
