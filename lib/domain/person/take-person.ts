import type { PersonView } from '@/lib/contracts/http/person';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { PERSON, type PersonRow, personView } from './person-row';

/**
 * A person somebody is about to change, locked until the transaction ends.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed` when it is not the version that was seen
 */
export async function takePerson(
  tx: SqlTx,
  request: { id: string; ifMatch?: number | null },
): Promise<PersonView> {
  const { id, ifMatch } = request;
  const { rows } = isUuid(id)
    ? await tx.query<PersonRow>(`${PERSON} WHERE app_user.id = $1 FOR UPDATE OF app_user`, [id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  const person = personView(rows[0]);
  if (typeof ifMatch === 'number' && ifMatch !== person.version)
    throw new DomainProblem('precondition.failed', { current: person });
  return person;
}
