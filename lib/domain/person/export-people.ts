import { stringify } from 'csv-stringify/sync';
import type { PersonFilter } from '@/lib/contracts/http/person-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { listPeople } from './queries';

const HEADINGS = ['email', 'name', 'role', 'department', 'register_no', 'status'];
const EVERYBODY = { after: null, limit: 1_000_000, cursorAt: () => '' };

/**
 * The people of a list, by name, as CSV with the headings that the import reads. Cells that a spreadsheet would take for a
 * formula are quoted as text.
 */
export async function exportPeople(sql: SqlTx, filter: PersonFilter): Promise<string> {
  const { items } = await listPeople(sql, { ...EVERYBODY, ...filter });
  const lines = items.map((person) => ({ ...person, department: person.department?.code ?? '' }));
  return stringify(lines, { header: true, columns: HEADINGS, escape_formulas: true, bom: true });
}
