import type { SqlTx } from '@/lib/infra/db/sql';
import type { EntryRow } from './entry-row';
import type { TimetableRow } from './take-timetable';

/** What somebody said a course should be given in a week. */
export interface TeachingNeed {
  readonly course_id: string;
  /** Who teaches it first of all; `null` for nobody yet. */
  readonly faculty_id: string | null;
  readonly lectures: number;
  /** On how many days they should lie at least. */
  readonly minimum_days: number;
}

/** A part of the week in which a course cannot be taught. Minutes count from midnight; the end is not part of it. */
export interface UnavailablePart {
  readonly course_id: string;
  /** 1 is Monday. */
  readonly day_of_week: number;
  readonly start_minute: number;
  readonly end_minute: number;
}

/** Of the courses that a timetable plans, those of which something was said; by course. */
export async function readTeachingNeeds(
  sql: SqlTx,
  { term_id, department_id }: Pick<TimetableRow, 'term_id' | 'department_id'>,
): Promise<TeachingNeed[]> {
  const { rows } = await sql.query<TeachingNeed>(
    `SELECT need.course_id, need.lectures, need.minimum_days,
       (SELECT teacher.user_id FROM course_faculty AS teacher
        JOIN app_user ON app_user.id = teacher.user_id AND app_user.role = 'faculty' AND app_user.status = 'active'
        WHERE teacher.course_id = course.id
        ORDER BY teacher.role, teacher.assigned_at, teacher.user_id LIMIT 1) AS faculty_id
     FROM course_teaching_need AS need JOIN course ON course.id = need.course_id
     WHERE course.term_id = $1 AND course.department_id = $2 AND course.deleted_at IS NULL
     ORDER BY need.course_id`,
    [term_id, department_id],
  );
  return rows;
}

export async function readUnavailable(sql: SqlTx, courseIds: readonly string[]): Promise<UnavailablePart[]> {
  const { rows } = await sql.query<UnavailablePart>(
    `SELECT course_id, day_of_week, start_minute, end_minute FROM course_unavailability
     WHERE course_id = ANY ($1::uuid[]) ORDER BY course_id, day_of_week, start_minute`,
    [courseIds],
  );
  return rows;
}

/** How many lectures of each course a draft does not have yet; courses that have enough are left out. */
export function lecturesMissing(
  needs: readonly TeachingNeed[],
  draft: readonly EntryRow[],
): { readonly need: TeachingNeed; readonly missing: number }[] {
  return needs.flatMap((need) => {
    const held = draft.filter(({ course_id }) => course_id === need.course_id).length;
    return need.lectures > held ? [{ need, missing: need.lectures - held }] : [];
  });
}
