import type { PersonView } from '@/lib/contracts/http/person';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/**
 * Changes that may take an administrator away happen one after the other: of two administrators who demote each other, the
 * second must see what the first has done. To be called before anybody is locked.
 */
export async function takeTurn(tx: SqlTx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
}

/**
 * Nobody takes their own account away, and somebody must be left who can give it back.
 * @throws {DomainProblem} `person.is_self`, `person.last_admin`
 */
export async function requireOthersLeft(tx: SqlTx, actorId: string, person: PersonView): Promise<void> {
  if (person.id === actorId) throw new DomainProblem('person.is_self');
  if (person.role !== 'admin' || person.status !== 'active') return;
  const { rows } = await tx.query(
    `SELECT 1 FROM app_user WHERE role = 'admin' AND status = 'active' AND id <> $1 LIMIT 1`,
    [person.id],
  );
  if (rows.length === 0) throw new DomainProblem('person.last_admin');
}

/** @throws {DomainProblem} `person.deleted` */
export function requireThere(person: PersonView): void {
  if (person.status === 'deleted') throw new DomainProblem('person.deleted');
}
