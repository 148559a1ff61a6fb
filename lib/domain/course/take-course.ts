import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** A course that is about to change, as its row and the events tell of it. */
export interface TakenCourse {
  readonly id: string;
  readonly subjectId: string;
  readonly termId: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly credits: number;
  readonly section: string;
  readonly semester: number;
  readonly capacity: number;
  readonly status: 'active' | 'inactive';
  readonly offerHours: number | null;
  readonly version: number;
}

/**
 * Locks a course until the transaction ends. Whoever changes who is in it comes one after the other, and counts the seats
 * after this, in a statement of its own: what was read before the wait may be old.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function takeCourse(tx: SqlTx, id: string): Promise<TakenCourse> {
  const { rows } = isUuid(id) ? await tx.query<TakenCourse>(TAKE, [id]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** What every course event says of its course. */
export const courseNamed = (course: TakenCourse) => ({
  course_id: course.id,
  course_code: course.code,
  course_name: course.name,
  department_id: course.departmentId ?? '',
});

const TAKE = `
  SELECT course.id, course.subject_id AS "subjectId", course.term_id AS "termId", subject.code, subject.name,
    course.department_id AS "departmentId", subject.credits, course.section, course.semester, course.capacity,
    course.status, course.offer_hours AS "offerHours", course.version
  FROM course JOIN subject ON subject.id = course.subject_id
  WHERE course.id = $1 AND course.deleted_at IS NULL
  FOR NO KEY UPDATE OF course`;
