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
  SELECT session.id AS session_id, count(*)::int AS students,
    count(*) FILTER (WHERE mark.status = 'present')::int AS present,
    count(*) FILTER (WHERE mark.status = 'late')::int AS late,
    count(*) FILTER (WHERE mark.status = 'excused')::int AS excused,
    count(*) FILTER (WHERE mark.status = 'absent')::int AS absent
  FROM attendance_session AS session
  CROSS JOIN LATERAL (
    SELECT sitting.student_id FROM enrollment AS sitting
    WHERE sitting.course_id = session.course_id AND sitting.status IN ${SITS}
    UNION SELECT mark.student_id FROM attendance_mark AS mark WHERE mark.session_id = session.id
  ) AS student
  LEFT JOIN attendance_mark AS mark ON mark.session_id = session.id AND mark.student_id = student.student_id
  WHERE session.id = ANY ($1::uuid[])
  GROUP BY session.id`);

export const noCounts: AttendanceCounts = { students: 0, present: 0, late: 0, excused: 0, absent: 0 };
