import type { PersonView } from '@/lib/contracts/http/person';
import type { ChangeRole } from '@/lib/contracts/http/person-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import type { SignedIn } from '../session/authenticate';
import { requireOthersLeft, requireThere, takeTurn } from './policy';
import { readPerson } from './queries';
import { takePerson } from './take-person';
import { factsOf, publishUpdated } from './tell-person';

/**
 * Gives a person another role. Each request and each socket is judged by the role the database has, so it counts at once;
 * open browsers are told by the events.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `person.deleted`, `person.is_self`, `person.last_admin`
 */
export async function changeRole(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    ifMatch: number | null;
    change: ChangeRole;
  },
): Promise<PersonView> {
  const { actor, correlationId, change } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    await takeTurn(tx);
    const before = await takePerson(tx, request);
    requireThere(before);
    if (before.role === change.role) return before;
    await requireOthersLeft(tx, actor.userId, before);
    await tx.query('UPDATE app_user SET role = $2, version = version + 1 WHERE id = $1', [
      before.id,
      change.role,
    ]);
    const after = await readPerson(tx, before.id);
    publishRole(tx, { before, after, actorId: actor.userId, reason: change.reason });
    publishUpdated(tx, { before, after, actorId: actor.userId });
    await recordChange(
      tx,
      { actor, correlationId },
      {
        action: 'person.role_changed',
        subjectKind: 'person',
        subjectId: after.id,
        before: factsOf(before),
        after: factsOf(after),
        reason: change.reason,
      },
    );
    return after;
  });
}

export function publishRole(
  tx: EventfulTx,
  change: { before: PersonView; after: PersonView; actorId: string; reason: string },
): void {
  const { before, after, actorId, reason } = change;
  const at = new Date().toISOString();
  const told = { user_id: after.id, email: after.email, reason };
  tx.publish('ROLE_REVOKED', {
    ...told,
    role_id: before.role,
    role_name: before.role,
    remaining_role_names: [],
    revoked_by: actorId,
    revoked_at: at,
  });
  tx.publish('ROLE_ASSIGNED', {
    ...told,
    role_id: after.role,
    role_name: after.role,
    previous_role_name: before.role,
    assigned_by: actorId,
    assigned_at: at,
  });
}
