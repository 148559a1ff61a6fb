import type { SqlTx } from '@/lib/infra/db/sql';
import type { Audience } from './audience';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Turns the names that any service may use into this database's ids: departments by id or code, users by id.
 * What is unknown falls away. `null` when nobody is left that the audience could mean.
 */
export async function resolveAudience(sql: SqlTx, audience: Audience): Promise<Audience | null> {
  const none = { role_names: [], department_ids: [], user_ids: [] };
  switch (audience.target_audience) {
    case 'all':
      return { target_audience: 'all', ...none };
    case 'role':
      return audience.role_names.length > 0
        ? { target_audience: 'role', ...none, role_names: audience.role_names }
        : null;
    case 'department': {
      const { rows } = await sql.query<{ id: string }>(
        'SELECT id FROM department WHERE id::text = ANY ($1::text[]) OR code = ANY ($1::text[]) ORDER BY id',
        [audience.department_ids],
      );
      return rows.length > 0
        ? { target_audience: 'department', ...none, department_ids: rows.map((row) => row.id) }
        : null;
    }
    case 'users': {
      const ids = [...new Set(audience.user_ids.filter((id) => UUID.test(id)).map((id) => id.toLowerCase()))];
      return ids.length > 0 ? { target_audience: 'users', ...none, user_ids: ids } : null;
    }
  }
}
