import type { PersonFilter } from '@/lib/contracts/http/person-requests';
import { writeCsv } from '@/lib/infra/csv/write-csv';
import type { SqlTx } from '@/lib/infra/db/sql';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { listPeople } from './queries';

const HEADINGS = ['email', 'name', 'role', 'department', 'register_no', 'status'];

/**
 * The people of a list, by name, as CSV with the headings that the import reads. Cells that a spreadsheet would take for a
 * formula are quoted as text.
 */
export async function exportPeople(sql: SqlTx, filter: PersonFilter): Promise<string> {
  const { items } = await listPeople(sql, { ...WHOLE_LIST, ...filter });
  const lines = items.map((person) => ({ ...person, department: person.department?.code ?? '' }));
  return writeCsv(lines, HEADINGS);
}
