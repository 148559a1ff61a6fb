import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';

/** A forum as somebody who may be in it has it before them. */
export interface SeenForum {
  readonly course: { readonly id: string; readonly code: string; readonly name: string };
  /** Who teaches the course, and administrators: they moderate. */
  readonly isStaff: boolean;
}

/**
 * The forum of a course is for those who sit in it now, who teach it, and administrators.
 * @throws {DomainProblem} `resource.not_found` for everybody else: they do not learn that it is there
 */
export async function seeForum(sql: SqlTx, actor: SignedIn, courseId: string): Promise<SeenForum> {
  if (!isUuid(courseId)) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<{
    id: string;
    code: string;
    name: string;
    teaches: boolean;
    sits: boolean;
  }>(SEEN, [courseId, actor.userId]);
  const row = rows[0];
  const isStaff = actor.role === 'admin' || row?.teaches === true;
  if (!row || !(isStaff || row.sits)) throw new DomainProblem('resource.not_found');
  return { course: { id: row.id, code: row.code, name: row.name }, isStaff };
}

const SEEN = `
  SELECT course.id, subject.code, subject.name,
    EXISTS (SELECT 1 FROM course_faculty WHERE course_id = course.id AND user_id = $2::uuid) AS teaches,
    EXISTS (SELECT 1 FROM enrollment
      WHERE course_id = course.id AND student_id = $2::uuid AND status = 'enrolled') AS sits
  FROM course JOIN subject ON subject.id = course.subject_id
  WHERE course.id = $1 AND course.deleted_at IS NULL`;
