import type { CourseList, CoursePeople, CourseView } from '@/lib/contracts/http/course';
import type { CourseListQuery } from '@/lib/contracts/http/course-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { COURSE_FROM, courseColumns, position } from './course-row';
import { teachesCourse } from './queries';

/** The catalogue, by code. What is inactive only administrators, its faculty and its students find. */
export async function listCourses(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage & Omit<CourseListQuery, 'cursor' | 'limit'>,
): Promise<CourseList> {
  const { rows } = await sql.query<CourseView>(LIST, [
    reader.userId,
    reader.role === 'admin',
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
    containsPattern(page.query),
    page.term_id ?? null,
    page.department_id ?? null,
    page.mine ?? false,
    page.teaching ?? false,
  ]);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return { items, next_cursor: more ? page.cursorAt({ at: last.code, id: last.id }) : null };
}

/** @throws {DomainProblem} `resource.not_found` */
export async function readCourse(sql: SqlTx, reader: SignedIn, id: string): Promise<CourseView> {
  const { rows } = isUuid(id)
    ? await sql.query<CourseView>(ONE, [reader.userId, reader.role === 'admin', id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/**
 * Who is in a course and its line, by name; for those who teach it and administrators.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function listPeople(
  sql: SqlTx,
  reader: SignedIn,
  { id, ...page }: KeysetPage & { id: string },
): Promise<CoursePeople> {
  await readCourse(sql, reader, id);
  if (reader.role !== 'admin' && !(await teachesCourse(sql, reader.userId, id)))
    throw new DomainProblem('auth.forbidden');
  const { rows } = await sql.query<CoursePeople['items'][number]>(PEOPLE, [
    id,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return { items, next_cursor: more ? page.cursorAt({ at: last.name, id: last.id }) : null };
}

const VISIBLE = `course.deleted_at IS NULL AND (course.status = 'active' OR $2
  OR EXISTS (SELECT 1 FROM course_faculty WHERE course_id = course.id AND user_id = $1)
  OR EXISTS (SELECT 1 FROM enrollment WHERE course_id = course.id AND student_id = $1 AND status <> 'dropped'))`;

const LIST = `
  SELECT ${courseColumns(1)} ${COURSE_FROM}
  WHERE ${VISIBLE}
    AND ($3::text IS NULL OR (subject.code, course.id) > ($3, $4::uuid))
    AND ($6::text IS NULL OR subject.code ILIKE $6 OR subject.name ILIKE $6)
    AND ($7::uuid IS NULL OR course.term_id = $7)
    AND ($8::uuid IS NULL OR course.department_id = $8)
    AND (NOT $9 OR EXISTS (SELECT 1 FROM enrollment
      WHERE course_id = course.id AND student_id = $1 AND status IN ('enrolled', 'offered', 'waitlisted')))
    AND (NOT $10 OR EXISTS (SELECT 1 FROM course_faculty WHERE course_id = course.id AND user_id = $1))
  ORDER BY subject.code, course.id
  LIMIT $5`;

const ONE = `SELECT ${courseColumns(1)} ${COURSE_FROM} WHERE ${VISIBLE} AND course.id = $3`;

const PEOPLE = `
  SELECT student.id, student.name, student.email, student.register_no::text, enrollment.status,
    ${position('enrollment')} AS position, enrollment.grade,
    enrollment.grade_points::float8 AS grade_points, enrollment.override_reason
  FROM enrollment JOIN app_user AS student ON student.id = enrollment.student_id
  WHERE enrollment.course_id = $1 AND enrollment.status <> 'dropped'
    AND ($2::text IS NULL OR (student.name, student.id) > ($2, $3::uuid))
  ORDER BY student.name, student.id
  LIMIT $4`;
