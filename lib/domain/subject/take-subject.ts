import type { SubjectView } from '@/lib/contracts/http/course';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { findSubject } from './queries';

/**
 * The subject that is about to change; none for a new one. Until the transaction ends nobody else writes subjects: two who
 * make two subjects the prerequisite of each other come one after the other, and the second finds the circle.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function takeSubject(tx: SqlTx, id: string | undefined): Promise<SubjectView | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('subjects'))`);
  if (id === undefined) return null;
  // Whoever makes a course of it waits as well, and does not find it when it is gone.
  if (isUuid(id)) await tx.query('SELECT FROM subject WHERE id = $1 FOR UPDATE', [id]);
  const subject = await findSubject(tx, id);
  if (!subject) throw new DomainProblem('resource.not_found');
  return subject;
}
