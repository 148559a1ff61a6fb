import type * as z from 'zod';
import type { Role, UserSearch } from '@/lib/contracts/http/me';
import { escapeLike } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

const LIMIT = 20;

type Found = z.infer<typeof UserSearch>;

/** Active people whose name or email holds the text; those whose name begins with it come first. */
export async function searchUsers(sql: SqlTx, text: string): Promise<Found> {
  const pattern = escapeLike(text);
  const { rows } = await sql.query<PersonRow>(SEARCH, [`%${pattern}%`, `${pattern}%`, LIMIT]);
  return { items: rows.map(present) };
}

/** The active people among these ids, by name. */
export async function findUsers(sql: SqlTx, ids: readonly string[]): Promise<Found> {
  const { rows } = await sql.query<PersonRow>(FIND, [ids.filter(isUuid)]);
  return { items: rows.map(present) };
}

function present({
  department_id,
  department_code,
  department_name,
  ...person
}: PersonRow): Found['items'][number] {
  return {
    ...person,
    department:
      department_id && department_code && department_name
        ? { id: department_id, code: department_code, name: department_name }
        : null,
  };
}

interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  department_id: string | null;
  department_code: string | null;
  department_name: string | null;
}

const FROM = `
  SELECT app_user.id, app_user.name, app_user.email, app_user.role,
    department.id AS department_id, department.code AS department_code, department.name AS department_name
  FROM app_user LEFT JOIN department ON department.id = app_user.department_id
  WHERE app_user.status = 'active'`;

const SEARCH = `${FROM} AND (app_user.name ILIKE $1 OR app_user.email ILIKE $1)
  ORDER BY (app_user.name ILIKE $2) DESC, app_user.name, app_user.id
  LIMIT $3`;

const FIND = `${FROM} AND app_user.id = ANY ($1::uuid[]) ORDER BY app_user.name, app_user.id`;
