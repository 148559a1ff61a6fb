import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { planImport } from './plan-import';
import { FileRow } from './read-people-csv';

const HEADINGS = ['row', 'email', 'column', 'problem', 'value'];

/**
 * What is wrong with a file that was tried, one line each, as CSV; judged by the accounts as they are now. Cells that a
 * spreadsheet would take for a formula are quoted as text.
 * @throws {DomainProblem} `resource.not_found` for another's or an old one
 */
export async function exportImportErrors(
  sql: SqlTx,
  { actor, id }: { actor: SignedIn; id: string },
): Promise<string> {
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  const { rows: found } = await sql.query<{ rows: unknown }>(
    'SELECT rows FROM people_import WHERE id = $1 AND created_by = $2 AND expires_at > now()',
    [id, actor.userId],
  );
  if (!found[0]) throw new DomainProblem('resource.not_found');
  const rows = z.parse(z.array(FileRow), found[0].rows);
  const plan = await planImport(sql, rows, { actorId: actor.userId, lock: false });
  const lines = plan.rows.flatMap(({ row, email, problems }) =>
    problems.map(({ field, code, value }) => [row, email, field, code, value]),
  );
  return stringify([HEADINGS, ...lines], { escape_formulas: true, bom: true });
}
