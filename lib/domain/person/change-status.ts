import type { PersonStatus, PersonView } from '@/lib/contracts/http/person';
import type { SuspendPerson } from '@/lib/contracts/http/person-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { type ChangeActor, recordChange } from '../audit/record-change';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { revokeSessions } from '../session/end-sessions';
import { requireOthersLeft, requireThere, takeTurn } from './policy';
import { readPerson } from './queries';
import { takePerson } from './take-person';
import { factsOf } from './tell-person';

interface StatusRequest {
  actor: SignedIn;
  correlationId: string;
  id: string;
  ifMatch: number | null;
}

/**
 * Closes an account, until a time or until somebody activates it; its sessions end.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `person.deleted`, `person.is_self`,
 * `person.last_admin`, `request.invalid` for a time that has passed
 */
export async function suspendPerson(
  unitOfWork: UnitOfWork,
  request: StatusRequest & { suspension: SuspendPerson },
): Promise<PersonView> {
  const { actor, correlationId, suspension } = request;
  const { reason, until } = suspension;
  return unitOfWork.run({ correlationId }, async (tx) => {
    await takeTurn(tx);
    const before = await takePerson(tx, request);
    requireThere(before);
    await requireOthersLeft(tx, actor.userId, before);
    if (until !== null && Date.parse(until) <= Date.now())
      throw wrongField('until', 'past', 'Must be in the future');
    const after = await setStatus(tx, before, { status: 'suspended', reason, until });
    await revokeSessions(tx, { userId: after.id, keptId: null, reason: 'suspended', by: actor.userId });
    tx.publish('USER_SUSPENDED', {
      user_id: after.id,
      email: after.email,
      role_name: after.role,
      reason,
      suspended_by: actor.userId,
      suspended_at: new Date().toISOString(),
      suspended_until: after.suspended_until,
    });
    await record(tx, { actor, correlationId }, { action: 'person.suspended', before, after, reason });
    return after;
  });
}

/**
 * Opens an account again, also a deleted one. What is active stays so.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`
 */
export async function activatePerson(unitOfWork: UnitOfWork, request: StatusRequest): Promise<PersonView> {
  const { actor, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await takePerson(tx, request);
    if (before.status === 'active') return before;
    return activate(tx, before, { actor, correlationId });
  });
}

/** Opens one account whose suspension is over, and says whether there was one. */
export async function activateDue(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM app_user WHERE status = 'suspended' AND suspended_until <= now()
     ORDER BY suspended_until LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (!rows[0]) return false;
  await activate(tx, await takePerson(tx, rows[0]), { actor: null, correlationId: '' });
  return true;
}

/**
 * Deletes an account softly: nobody signs in with it, lists leave it out, what its owner did keeps its name.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `person.is_self`, `person.last_admin`
 */
export async function deletePerson(
  unitOfWork: UnitOfWork,
  request: StatusRequest & { reason: string },
): Promise<void> {
  const { actor, correlationId, reason } = request;
  await unitOfWork.run({ correlationId }, async (tx) => {
    await takeTurn(tx);
    const before = await takePerson(tx, request);
    if (before.status === 'deleted') return;
    await requireOthersLeft(tx, actor.userId, before);
    const after = await setStatus(tx, before, { status: 'deleted', reason, until: null });
    await revokeSessions(tx, { userId: after.id, keptId: null, reason: 'deleted', by: actor.userId });
    tx.publish('USER_DELETED', {
      user_id: after.id,
      email: after.email,
      deleted_by: actor.userId,
      deleted_at: new Date().toISOString(),
      reason,
      is_soft_delete: true,
    });
    await record(tx, { actor, correlationId }, { action: 'person.deleted', before, after, reason });
  });
}

async function activate(
  tx: EventfulTx,
  before: PersonView,
  by: { actor: ChangeActor; correlationId: string },
): Promise<PersonView> {
  const after = await setStatus(tx, before, { status: 'active', reason: '', until: null });
  tx.publish('USER_ACTIVATED', {
    user_id: after.id,
    email: after.email,
    role_name: after.role,
    previous_status: before.status,
    activated_by: by.actor?.userId ?? '',
    activated_at: new Date().toISOString(),
  });
  await record(tx, by, { action: 'person.activated', before, after });
  return after;
}

async function setStatus(
  tx: EventfulTx,
  before: PersonView,
  next: { status: PersonStatus; reason: string; until: string | null },
): Promise<PersonView> {
  await tx.query(
    `UPDATE app_user SET status = $2, status_reason = $3, suspended_until = $4, version = version + 1 WHERE id = $1`,
    [before.id, next.status, next.reason, next.until],
  );
  return readPerson(tx, before.id);
}

const record = (
  tx: EventfulTx,
  by: { actor: ChangeActor; correlationId: string },
  change: { action: string; before: PersonView; after: PersonView; reason?: string },
) =>
  recordChange(tx, by, {
    ...change,
    subjectKind: 'person',
    subjectId: change.after.id,
    before: factsOf(change.before),
    after: factsOf(change.after),
  });
