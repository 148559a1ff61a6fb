import type { TermView } from '@/lib/contracts/http/course';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { findTerm } from './queries';

/**
 * The term that is about to change; none for a new one. Until the transaction ends nobody else writes terms.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function takeTerm(tx: SqlTx, id: string | undefined): Promise<TermView | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('terms'))`);
  if (id === undefined) return null;
  // Whoever plans something in it waits as well, and does not find it when it is gone.
  if (isUuid(id)) await tx.query('SELECT FROM term WHERE id = $1 FOR UPDATE', [id]);
  const term = await findTerm(tx, id);
  if (!term) throw new DomainProblem('resource.not_found');
  return term;
}
