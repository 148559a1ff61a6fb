import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from './authenticate';
import { unlockAccount } from './unlock-account';

/**
 * Unlocks somebody's account at every address it is locked for, and writes down who did it. Gives at how many.
 * @throws {DomainProblem} `auth.forbidden`, `resource.not_found`
 */
export async function unlockFor(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; userId: string; correlationId: string },
): Promise<{ unlocked: number }> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const account = await takeAccount(tx, request.actor, request.userId);
    const result = await unlockAccount(tx, account);
    await recordChange(tx, request, {
      action: 'account.unlocked',
      subjectKind: 'person',
      subjectId: request.userId,
      before: { locked_addresses: result.unlocked },
      after: { locked_addresses: 0 },
    });
    return result;
  });
}

/** The account an administrator acts on. */
export async function takeAccount(
  tx: EventfulTx,
  actor: SignedIn,
  userId: string,
): Promise<{ user_id: string; email: string }> {
  if (actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
  if (!isUuid(userId)) throw new DomainProblem('resource.not_found');
  const { rows } = await tx.query<{ user_id: string; email: string }>(
    `SELECT id AS user_id, email FROM app_user WHERE id = $1 AND status <> 'deleted' FOR UPDATE`,
    [userId],
  );
  const account = rows[0];
  if (!account) throw new DomainProblem('resource.not_found');
  return account;
}
