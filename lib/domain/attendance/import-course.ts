import type { SqlTx } from '@/lib/infra/db/sql';
import { teachesCourse } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';

/** Marks are imported into courses one teaches; administrators into any. @throws {DomainProblem} `resource.not_found` */
export async function requireImportCourse(sql: SqlTx, actor: SignedIn, courseId: string): Promise<void> {
  const { rowCount } = await sql.query('SELECT 1 FROM course WHERE id = $1 AND deleted_at IS NULL', [
    courseId,
  ]);
  const isTheirs = actor.role === 'admin' || (await teachesCourse(sql, actor.userId, courseId));
  if (rowCount === 0 || !isTheirs) throw new DomainProblem('resource.not_found');
}
