import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/** What the numbers are made of: one row a mark. */
const MARKS = `
  SELECT mark.course_id, mark.student_id, mark.session_id, mark.status, mark.points
  FROM attendance_mark AS mark WHERE mark.course_id = $1 AND mark.student_id = ANY ($2::uuid[])`;

/**
 * SQL: the numbers of students in courses from a query of `course_id, student_id, session_id, status, points`. The newest
 * class is the one held last. What does not count (`points` null) is passed over by the absences in a row.
 */
export const totalsOf = (marks: string) => `
  SELECT course_id, student_id,
    count(*) FILTER (WHERE status = 'present')::int AS present, count(*) FILTER (WHERE status = 'late')::int AS late,
    count(*) FILTER (WHERE status = 'excused')::int AS excused, count(*) FILTER (WHERE status = 'absent')::int AS absent,
    count(points)::int AS counted, coalesce(sum(points), 0) AS points,
    count(*) FILTER (WHERE status = 'absent' AND points IS NOT NULL AND attended_since = 0)::int AS absent_in_row
  FROM (
    SELECT mark.*, count(*) FILTER (WHERE status <> 'absent' AND points IS NOT NULL) OVER (
      PARTITION BY mark.course_id, student_id ORDER BY held_on DESC, start_minute DESC, session_id DESC) AS attended_since
    FROM (${marks}) AS mark JOIN attendance_session AS session ON session.id = mark.session_id
  ) AS ranked
  GROUP BY course_id, student_id`;

/** Brings the numbers of these students in a course to what their marks say, under its lock. */
export async function updateTotals(
  tx: SqlTx,
  courseId: string,
  studentIds: readonly string[],
): Promise<void> {
  const { rowCount } = await tx.query(UPDATE, [courseId, studentIds]);
  // Who has no mark any more has no numbers.
  if (rowCount < studentIds.length) await tx.query(REMOVE, [courseId, studentIds]);
}

const UPDATE = prepared(`
  INSERT INTO attendance_total (course_id, student_id, present, late, excused, absent, counted, points, absent_in_row)
  ${totalsOf(MARKS)}
  ON CONFLICT (course_id, student_id) DO UPDATE SET present = excluded.present, late = excluded.late,
    excused = excluded.excused, absent = excluded.absent, counted = excluded.counted, points = excluded.points,
    absent_in_row = excluded.absent_in_row, updated_at = now()`);

const REMOVE = prepared(`
  DELETE FROM attendance_total AS total WHERE course_id = $1 AND student_id = ANY ($2::uuid[]) AND NOT EXISTS (
    SELECT FROM attendance_mark AS mark WHERE mark.student_id = total.student_id AND mark.course_id = $1)`);
