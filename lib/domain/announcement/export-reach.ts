import { stringify } from 'csv-stringify/sync';
import type { SqlTx } from '@/lib/infra/db/sql';
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
const EVERYBODY = { after: null, limit: 1_000_000, cursorAt: () => '' };

/**
 * Everybody the announcement was for, by name, as CSV with headings; times are UTC. Cells that a spreadsheet would take for
 * a formula are quoted as text.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function exportReach(sql: SqlTx, actor: SignedIn, id: string): Promise<string> {
  const announcement = await readAsAuthor(sql, actor, id);
  const { people } = await listReached(sql, announcement.id, EVERYBODY);
  const lines = people.map(({ department, ...person }) => ({
    ...person,
    department: department?.code ?? '',
  }));
  return stringify(lines, { header: true, columns: HEADINGS, escape_formulas: true, bom: true });
}
