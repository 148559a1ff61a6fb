import { noTarget } from '@/lib/contracts/http/announcement';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { Audience } from './audience';

/**
 * Turns the names that any service may use into this database's ids: departments by id or code, users by id.
 * What is unknown falls away. `null` when nobody is left that the audience could mean.
 */
export async function resolveAudience(sql: SqlTx, audience: Audience): Promise<Audience | null> {
  const none = noTarget();
  switch (audience.target_audience) {
    case 'all':
      return { target_audience: 'all', ...none };
    case 'role':
      return audience.role_names.length > 0
        ? { target_audience: 'role', ...none, role_names: audience.role_names }
        : null;
    case 'department': {
      const department_ids = await knownDepartments(sql, audience);
      return department_ids.length > 0 ? { target_audience: 'department', ...none, department_ids } : null;
    }
    case 'course': {
      const course_ids = await knownCourses(sql, audience);
      return course_ids.length > 0 ? { target_audience: 'course', ...none, course_ids } : null;
    }
    case 'users': {
      const user_ids = plausibleUsers(audience);
      return user_ids.length > 0 ? { target_audience: 'users', ...none, user_ids } : null;
    }
    case 'combined': {
      const department_ids = await knownDepartments(sql, audience);
      const user_ids = plausibleUsers(audience);
      // Departments or courses that nobody knows must not widen "these roles there" to "these roles everywhere".
      const course_ids = await knownCourses(sql, audience);
      const isLost =
        (audience.department_ids.length > 0 && department_ids.length === 0) ||
        (audience.course_ids.length > 0 && course_ids.length === 0);
      const group = isLost ? none : { role_names: audience.role_names, department_ids, course_ids };
      const size = group.role_names.length + group.department_ids.length + group.course_ids.length;
      return size + user_ids.length > 0 ? { target_audience: 'combined', ...none, ...group, user_ids } : null;
    }
  }
}

async function knownDepartments(sql: SqlTx, audience: Audience): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM department WHERE id::text = ANY ($1::text[]) OR code = ANY ($1::text[]) ORDER BY id',
    [audience.department_ids],
  );
  return rows.map((row) => row.id);
}

async function knownCourses(sql: SqlTx, audience: Audience): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM course WHERE id::text = ANY ($1::text[]) AND deleted_at IS NULL ORDER BY id',
    [audience.course_ids],
  );
  return rows.map((row) => row.id);
}

function plausibleUsers({ user_ids }: Audience): string[] {
  return [...new Set(user_ids.filter((id) => isUuid(id)).map((id) => id.toLowerCase()))];
}
