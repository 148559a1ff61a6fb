import type { SqlTx } from '@/lib/infra/db/sql';
import type { SignedIn } from '../session/authenticate';

/** Whose classes somebody may change on single days: administrators everybody's, faculty those of their courses. */
export async function listTaught(
  sql: SqlTx,
  actor: SignedIn,
): Promise<{ all: boolean; courseIds: ReadonlySet<string> }> {
  if (actor.role === 'admin') return { all: true, courseIds: new Set() };
  if (actor.role === 'student') return { all: false, courseIds: new Set() };
  const { rows } = await sql.query<{ course_id: string }>(
    'SELECT course_id FROM course_faculty WHERE user_id = $1',
    [actor.userId],
  );
  return { all: false, courseIds: new Set(rows.map(({ course_id }) => course_id)) };
}
