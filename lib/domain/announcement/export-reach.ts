import { writeCsv } from '@/lib/infra/csv/write-csv';
import type { SqlTx } from '@/lib/infra/db/sql';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { listReached } from '../reach/queries';
import type { SignedIn } from '../session/authenticate';
import { readAsAuthor } from './measure-reach';

const HEADINGS = [
  'name',
  'email',
  'role',
  'department',
  'delivered_at',
  'seen_at',
  'read_at',
  'acknowledged_at',
];

/**
 * Everybody the announcement was for, by name, as CSV with headings; times are UTC. Cells that a spreadsheet would take for
 * a formula are quoted as text.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function exportReach(sql: SqlTx, actor: SignedIn, id: string): Promise<string> {
  const announcement = await readAsAuthor(sql, actor, id);
  const { people } = await listReached(sql, announcement.id, WHOLE_LIST);
  const lines = people.map(({ department, ...person }) => ({
    ...person,
    department: department?.code ?? '',
  }));
  return writeCsv(lines, HEADINGS);
}
