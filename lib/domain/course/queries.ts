import type { CourseSeats } from '@/lib/contracts/http/course';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

export interface CoursesOfUser {
  /** Courses in which the user has a seat now, by id. */
  readonly enrolled: readonly string[];
  readonly teaching: readonly string[];
  /** Those in whose line the user stands, an offered seat among them. */
  readonly waiting: readonly string[];
}

/** The courses that concern a user; deleted ones are none. */
export async function coursesOfUser(sql: SqlTx, userId: string): Promise<CoursesOfUser> {
  const { rows } = await sql.query<{ course_id: string; part: keyof CoursesOfUser }>(OF_USER, [userId]);
  const ids = (part: keyof CoursesOfUser) =>
    rows.filter((row) => row.part === part).map((row) => row.course_id);
  return { enrolled: ids('enrolled'), teaching: ids('teaching'), waiting: ids('waiting') };
}

/** The course that teaches a subject to a section in a term; a deleted one is none. */
export async function findSection(
  sql: SqlTx,
  section: { subjectId: string; termId: string; section: string },
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM course WHERE subject_id = $1 AND term_id = $2 AND section = $3 AND deleted_at IS NULL',
    [section.subjectId, section.termId, section.section],
  );
  return rows[0]?.id ?? null;
}

/** How full these courses are; a deleted one is not among them. */
export async function measureSeats(sql: SqlTx, courseIds: readonly string[]): Promise<CourseSeats[]> {
  const { rows } = await sql.query<CourseSeats>(
    `SELECT course.id AS course_id, course.capacity, ${SEATS} FROM course
     WHERE course.id = ANY ($1::uuid[]) AND course.deleted_at IS NULL`,
    [courseIds],
  );
  return rows;
}

export async function teachesCourse(sql: SqlTx, userId: string, courseId: string): Promise<boolean> {
  if (!isUuid(courseId)) return false;
  const { rowCount } = await sql.query('SELECT 1 FROM course_faculty WHERE user_id = $1 AND course_id = $2', [
    userId,
    courseId,
  ]);
  return rowCount > 0;
}

/** The courses of a subject, by id; deleted ones are none. */
export async function coursesTeaching(
  sql: SqlTx,
  subjectId: string,
): Promise<{ id: string; departmentId: string | null }[]> {
  const { rows } = await sql.query<{ id: string; departmentId: string | null }>(
    'SELECT id, department_id AS "departmentId" FROM course WHERE subject_id = $1 AND deleted_at IS NULL ORDER BY id',
    [subjectId],
  );
  return rows;
}

/**
 * SQL: whether a user is in one of the courses whose ids are parameter `$courses`: has a seat now, or teaches there. Who
 * waits, has dropped or has been graded is not.
 */
export const inCourses = (user: string, courses: number) => `${user} IN (
  SELECT sitting.student_id FROM enrollment AS sitting JOIN course ON course.id = sitting.course_id
  WHERE sitting.course_id = ANY ($${courses}::uuid[]) AND sitting.status = 'enrolled' AND course.deleted_at IS NULL
  UNION ALL
  SELECT teaching.user_id FROM course_faculty AS teaching JOIN course ON course.id = teaching.course_id
  WHERE teaching.course_id = ANY ($${courses}::uuid[]) AND course.deleted_at IS NULL)`;

/** SQL: whether a user is in one course by {@link inCourses}; both are columns. */
export const inCourse = (user: string, course: string) => `EXISTS (SELECT 1 FROM course AS held
  WHERE held.id = ${course} AND held.deleted_at IS NULL AND (
    EXISTS (SELECT 1 FROM enrollment AS sitting WHERE sitting.course_id = held.id
      AND sitting.student_id = ${user} AND sitting.status = 'enrolled')
    OR EXISTS (SELECT 1 FROM course_faculty AS teaching
      WHERE teaching.course_id = held.id AND teaching.user_id = ${user})))`;

/** SQL: the courses that the user of parameter `$user` is in by {@link inCourses}, as a set to compare with others. */
export const coursesWith = (user: number) => `ARRAY(
  SELECT course_id FROM enrollment JOIN course ON course.id = course_id
  WHERE student_id = $${user}::uuid AND enrollment.status = 'enrolled' AND deleted_at IS NULL
  UNION ALL
  SELECT course_id FROM course_faculty JOIN course ON course.id = course_id
  WHERE user_id = $${user}::uuid AND deleted_at IS NULL)`;

/** SQL, the statuses of an enrolment: who has a seat in the course, graded or not. */
export const SITS = "('enrolled', 'completed', 'failed')";

/** SQL over `course`: how many seats are taken (a graded student keeps the seat), and how many people wait. */
export const SEATS = `
  (SELECT count(*)::int FROM enrollment
   WHERE course_id = course.id AND status IN ('enrolled', 'offered', 'completed', 'failed')) AS taken,
  (SELECT count(*)::int FROM enrollment WHERE course_id = course.id AND status = 'waitlisted') AS waiting`;

const OF_USER = `
  SELECT own.course_id, own.part FROM (
    SELECT course_id, CASE WHEN status = 'enrolled' THEN 'enrolled' ELSE 'waiting' END AS part
    FROM enrollment WHERE student_id = $1 AND status IN ('enrolled', 'waitlisted', 'offered')
    UNION ALL
    SELECT course_id, 'teaching' FROM course_faculty WHERE user_id = $1
  ) AS own
  JOIN course ON course.id = own.course_id AND course.deleted_at IS NULL
  ORDER BY own.course_id`;
