import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { PersonView } from '@/lib/contracts/http/person';
import type { CreatePerson } from '@/lib/contracts/http/person-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import type { SignedIn } from '../session/authenticate';
import { readPerson } from './queries';
import { claimEmail, requireUnique } from './require-unique';
import { factsOf, publishCreated } from './tell-person';

/** Sends who is new a link to choose a password with. */
export type Invite = (tx: EventfulTx, person: PersonView) => Promise<void>;

/**
 * Makes an account. No password fits it until its owner sets one, by the link that is mailed to them.
 * @throws {DomainProblem} `request.invalid` for an email or number that somebody has, or an unknown department
 */
export async function createPerson(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; person: CreatePerson; invite: Invite },
): Promise<PersonView> {
  const { actor, correlationId, person } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const id = uuidv7();
    await claimEmail(tx, person.email);
    await requireUnique(tx, { id, ...person });
    await tx.query(
      `INSERT INTO app_user (id, email, name, role, department_id, register_no, password_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, person.email, person.name, person.role, person.department_id, person.register_no, unusableHash()],
    );
    const made = await readPerson(tx, id);
    publishCreated(tx, made, actor.userId);
    await request.invite(tx, made);
    await recordChange(
      tx,
      { actor, correlationId },
      {
        action: 'person.created',
        subjectKind: 'person',
        subjectId: id,
        before: null,
        after: factsOf(made),
      },
    );
    return made;
  });
}

/** A well-formed argon2id hash of which nobody knows a password: random bytes in place of a hash. */
export function unusableHash(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=19456,t=2,p=1$${part(16)}$${part(32)}`;
}
