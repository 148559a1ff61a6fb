import type { PersonView } from '@/lib/contracts/http/person';
import type { EditPerson } from '@/lib/contracts/http/person-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { requireThere } from './policy';
import { readPerson } from './queries';
import { claimEmail, requireUnique } from './require-unique';
import { takePerson } from './take-person';
import { changesBetween, factsOf, publishUpdated } from './tell-person';

/**
 * Changes what is known of a person; what is left out stays.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `person.deleted`, `request.invalid` for an email or
 * number that somebody has, an unknown department, or an advisor who is not of the faculty
 */
export async function editPerson(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; ifMatch: number; change: EditPerson },
): Promise<PersonView> {
  const { actor, correlationId, change } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    if (change.email !== undefined) await claimEmail(tx, change.email);
    const before = await takePerson(tx, request);
    requireThere(before);
    const wanted = {
      id: before.id,
      name: change.name ?? before.name,
      email: change.email ?? before.email,
      department_id:
        change.department_id === undefined ? (before.department?.id ?? null) : change.department_id,
      register_no: change.register_no === undefined ? before.register_no : change.register_no,
      advisor_id: change.advisor_id === undefined ? (before.advisor?.id ?? null) : change.advisor_id,
      guardian_email: change.guardian_email ?? before.guardian_email,
      phone: change.phone ?? before.phone,
    };
    if (change.advisor_id) await requireAdvisor(tx, change.advisor_id);
    await requireUnique(tx, wanted);
    await tx.query(
      `UPDATE app_user SET name = $2, email = $3, department_id = $4, register_no = $5, advisor_id = $6,
         guardian_email = $7, phone = $8, version = version + 1
       WHERE id = $1 AND (name, email, department_id, register_no, advisor_id, guardian_email, phone)
         IS DISTINCT FROM ($2, $3, $4::uuid, $5::bigint, $6::uuid, $7, $8)`,
      [
        wanted.id,
        wanted.name,
        wanted.email,
        wanted.department_id,
        wanted.register_no,
        wanted.advisor_id,
        wanted.guardian_email,
        wanted.phone,
      ],
    );
    const after = await readPerson(tx, before.id);
    if (Object.keys(changesBetween(before, after)).length === 0) return after;
    publishUpdated(tx, { before, after, actorId: actor.userId });
    await recordChange(
      tx,
      { actor, correlationId },
      {
        action: 'person.edited',
        subjectKind: 'person',
        subjectId: after.id,
        before: factsOf(before),
        after: factsOf(after),
      },
    );
    return after;
  });
}

async function requireAdvisor(tx: SqlTx, id: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT FROM app_user WHERE id = $1 AND role = 'faculty' AND status = 'active'`,
    [id],
  );
  if (rowCount === 0) throw wrongField('advisor_id', 'unknown', 'There is no such member of the faculty');
}
