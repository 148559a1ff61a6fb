import type { AttendanceCounts } from '@/lib/contracts/http/attendance';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';

/** How the students of these classes stand, by session. */
export async function countMarks(
  sql: SqlTx,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, AttendanceCounts>> {
  const { rows } = await sql.query<AttendanceCounts & { session_id: string }>(COUNT, [sessionIds]);
  return new Map(rows.map(({ session_id, ...counts }) => [session_id, counts]));
}

const COUNT = prepared(`
  SELECT session.id AS session_id, sitting.students + marked.left_since AS students,
    marked.present, marked.late, marked.excused, marked.absent
  FROM attendance_session AS session
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS students FROM enrollment
    WHERE enrollment.course_id = session.course_id AND enrollment.status IN ${SITS}
  ) AS sitting
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE mark.status = 'present')::int AS present,
      count(*) FILTER (WHERE mark.status = 'late')::int AS late,
      count(*) FILTER (WHERE mark.status = 'excused')::int AS excused,
      count(*) FILTER (WHERE mark.status = 'absent')::int AS absent,
      count(*) FILTER (WHERE own.student_id IS NULL)::int AS left_since
    FROM attendance_mark AS mark
    LEFT JOIN enrollment AS own ON own.course_id = session.course_id AND own.student_id = mark.student_id
      AND own.status IN ${SITS}
    WHERE mark.session_id = session.id
  ) AS marked
  WHERE session.id = ANY ($1::uuid[])`);

export const noCounts: AttendanceCounts = { students: 0, present: 0, late: 0, excused: 0, absent: 0 };
