import type { TargetDetails } from '@/lib/contracts/http/announcement';
import type { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import type { FieldError } from '@/lib/contracts/http/problem';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/**
 * Turns department ids or codes into ids, and checks that every target exists.
 * @throws {DomainProblem} `announcement.unknown_target`, with the field of each unknown one
 */
export async function resolveTargets(
  sql: SqlTx,
  given: CreateAnnouncement['target_details'],
): Promise<TargetDetails> {
  const departments = await sql.query<{ id: string; code: string }>(
    'SELECT id, code FROM department WHERE id::text = ANY ($1::text[]) OR code = ANY ($1::text[])',
    [given.department_ids],
  );
  const users = await sql.query<{ id: string }>(
    `SELECT id FROM app_user WHERE id = ANY ($1::uuid[]) AND status = 'active'`,
    [given.user_ids],
  );
  const courses = await sql.query<{ id: string }>(
    'SELECT id FROM course WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL',
    [given.course_ids],
  );
  const idOf = new Map(departments.rows.flatMap(({ id, code }) => [[id, id] as const, [code, id] as const]));
  const errors: FieldError[] = [];
  const unknown = (list: string, index: number, what: string) =>
    errors.push({
      field: `target_details.${list}.${index}`,
      code: 'unknown',
      message: `There is no such ${what}`,
    });
  const departmentIds = given.department_ids.flatMap((name, index) => {
    const id = idOf.get(name) ?? idOf.get(name.toLowerCase());
    if (!id) unknown('department_ids', index, 'department');
    return id ?? [];
  });
  const named = (list: 'course_ids' | 'user_ids', found: readonly { id: string }[], what: string) => {
    const known = new Set(found.map(({ id }) => id));
    const ids = given[list].map((id) => id.toLowerCase());
    ids.forEach((id, index) => {
      if (!known.has(id)) unknown(list, index, what);
    });
    return [...new Set(ids)];
  };
  const course_ids = named('course_ids', courses.rows, 'course');
  const user_ids = named('user_ids', users.rows, 'active user');
  if (errors.length > 0) throw new DomainProblem('announcement.unknown_target', { errors });
  return {
    role_names: [...new Set(given.role_names)],
    department_ids: [...new Set(departmentIds)],
    course_ids,
    user_ids,
  };
}
