import type { DepartmentView } from '@/lib/contracts/http/me';
import type { SqlTx } from '@/lib/infra/db/sql';

export async function listDepartments(sql: SqlTx): Promise<DepartmentView[]> {
  const { rows } = await sql.query<DepartmentView>('SELECT id, code, name FROM department ORDER BY name');
  return rows;
}
