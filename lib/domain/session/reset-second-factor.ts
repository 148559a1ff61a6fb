import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import type { SignedIn } from './authenticate';
import { revokeSessions } from './end-sessions';
import { deleteFactor, describeSecondFactor } from './second-factor';
import { takeAccount } from './unlock-for';

/**
 * Takes somebody's second factor away who has lost it; their sessions end, and who did it is written down.
 * @throws {DomainProblem} `auth.forbidden`, `resource.not_found`
 */
export async function resetSecondFactor(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; userId: string; correlationId: string },
): Promise<{ was_on: boolean }> {
  const { actor, userId, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    await takeAccount(tx, actor, userId);
    const { is_on } = await describeSecondFactor(tx, userId);
    await deleteFactor(tx, userId);
    if (is_on) await revokeSessions(tx, { userId, keptId: null, reason: 'revoked', by: actor.userId });
    await recordChange(
      tx,
      { actor, correlationId },
      {
        action: 'person.second_factor_reset',
        subjectKind: 'person',
        subjectId: userId,
        before: { second_factor: is_on },
        after: { second_factor: false },
      },
    );
    return { was_on: is_on };
  });
}
