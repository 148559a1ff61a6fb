import type { SqlTx } from '@/lib/infra/db/sql';

/** Who decides about a class: the faculty of its course. */
export async function listTakers(sql: SqlTx, session: { course_id: string }): Promise<string[]> {
  const { rows } = await sql.query<{ user_id: string }>(
    'SELECT user_id FROM course_faculty WHERE course_id = $1 ORDER BY user_id',
    [session.course_id],
  );
  return rows.map(({ user_id }) => user_id);
}
