import type { AttendanceMark } from '@/lib/contracts/http/attendance';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';

/** Where a student stands in one class now. */
export interface Standing {
  readonly name: string;
  readonly isInCourse: boolean;
  readonly mark: AttendanceMark;
}

/** Of these students in a session, those who are known. */
export async function readStandings(
  sql: SqlTx,
  session: { id: string; course_id: string },
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql.query<AttendanceMark & { name: string; is_in_course: boolean }>(READ, [
    session.id,
    session.course_id,
    studentIds,
  ]);
  return new Map(
    rows.map(({ name, is_in_course, ...mark }) => [
      mark.student_id,
      { name, isInCourse: is_in_course, mark },
    ]),
  );
}

/**
 * SQL over `mark` and `earlier` (may be missing, joined by {@link JOIN_EARLIER}) of the session of parameter 1: a mark as it is
 * told. The version is the number of changes so far, so that a mark that was taken back and given again is not taken for the
 * first one.
 */
export const MARK_COLUMNS = `
  mark.status, coalesce(mark.custom_code, '') AS custom_code, coalesce(mark.remark, '') AS remark, mark.source,
  coalesce(mark.version, earlier.changes, 0) AS version`;

export const JOIN_EARLIER = `
  LEFT JOIN (
    SELECT student_id, count(*)::int AS changes FROM attendance_change WHERE session_id = $1 GROUP BY student_id
  ) AS earlier ON earlier.student_id = person.id`;

const READ = prepared(`
  SELECT person.id AS student_id, person.name, ${MARK_COLUMNS}, sitting.student_id IS NOT NULL AS is_in_course
  FROM app_user AS person
  LEFT JOIN enrollment AS sitting ON sitting.course_id = $2 AND sitting.student_id = person.id
    AND sitting.status IN ${SITS}
  LEFT JOIN attendance_mark AS mark ON mark.session_id = $1 AND mark.student_id = person.id
  ${JOIN_EARLIER}
  WHERE person.id = ANY ($3::uuid[])`);
