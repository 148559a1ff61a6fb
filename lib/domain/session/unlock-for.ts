import { v7 as uuidv7 } from 'uuid';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
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
    await auditAccount(tx, { ...request, action: 'account.unlocked', detail: result });
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

export async function auditAccount(
  tx: EventfulTx,
  entry: { actor: SignedIn; userId: string; correlationId: string; action: string; detail: object },
): Promise<void> {
  await tx.query(AUDIT, [
    uuidv7(),
    entry.actor.userId,
    entry.action,
    entry.userId,
    JSON.stringify(entry.detail),
    entry.correlationId,
  ]);
}

const AUDIT = `
  INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, detail, correlation_id)
  VALUES ($1, $2, $3, 'user', $4, $5::jsonb, $6)`;
