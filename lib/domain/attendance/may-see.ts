import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { coursesOfUser, SITS, teachesCourse } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';

interface Seen {
  readonly student: { readonly id: string; readonly name: string };
  /** The courses of the student that the caller may look at. */
  readonly sees: (courseId: string) => boolean;
}

/**
 * Whose attendance somebody may look at: their own; administrators everybody's; faculty that of the students they advise, and
 * of all others what they teach them.
 * @throws {DomainProblem} `resource.not_found`, also for somebody whom the caller may not look at
 */
export async function seeStudent(sql: SqlTx, actor: SignedIn, studentId: string): Promise<Seen> {
  if (!isUuid(studentId)) throw new DomainProblem('resource.not_found');
  const isOwn = actor.userId === studentId.toLowerCase();
  if (actor.role === 'student' && !isOwn) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<{
    id: string;
    name: string;
    advisor_id: string | null;
    courses: string[];
  }>(STUDENT, [studentId]);
  const row = rows[0];
  if (!row) throw new DomainProblem('resource.not_found');
  const student = { id: row.id, name: row.name };
  if (isOwn || actor.role === 'admin' || row.advisor_id === actor.userId)
    return { student, sees: () => true };
  const taught = new Set((await coursesOfUser(sql, actor.userId)).teaching);
  if (!row.courses.some((id) => taught.has(id))) throw new DomainProblem('resource.not_found');
  return { student, sees: (courseId) => taught.has(courseId) };
}

/**
 * The numbers of a course are for administrators and its faculty.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function seeCourse(
  sql: SqlTx,
  actor: SignedIn,
  courseId: string,
): Promise<{ id: string; code: string; name: string; section: string }> {
  if (!isUuid(courseId)) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<{ id: string; code: string; name: string; section: string }>(
    `SELECT course.id, subject.code, subject.name, course.section
     FROM course JOIN subject ON subject.id = course.subject_id WHERE course.id = $1 AND course.deleted_at IS NULL`,
    [courseId],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  if (actor.role !== 'admin' && !(await teachesCourse(sql, actor.userId, courseId)))
    throw new DomainProblem('auth.forbidden');
  return rows[0];
}

const STUDENT = `
  SELECT id, name, advisor_id, ARRAY(
    SELECT course_id::text FROM enrollment WHERE student_id = app_user.id AND status IN ${SITS}
  ) AS courses
  FROM app_user WHERE id = $1 AND role = 'student'`;
