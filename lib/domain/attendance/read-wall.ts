import type { CheckInWall, WallStudent } from '@/lib/contracts/http/check-in';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { type ByStaff, findCheckIn } from './find-check-in';
import { readRules } from './rules';
import { classOf } from './session-class';

/**
 * A class and who has checked in.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function readWall(sql: SqlTx, request: ByStaff): Promise<CheckInWall> {
  const session = await findCheckIn(sql, request);
  const [rules, { rows }] = await Promise.all([
    readRules(sql),
    sql.query<StudentRow>(STUDENTS, [session.id, session.course_id]),
  ]);
  const { begins_at, check_in_until, late_after } = session;
  return {
    ...classOf(session),
    state: session.state,
    is_checking_in: session.is_checking_in,
    ends_at: check_in_until?.toISOString() ?? null,
    late_after: late_after?.toISOString() ?? null,
    absent_at_close: session.absent_at_close,
    begins_at: begins_at.toISOString(),
    usual_late_after: new Date(begins_at.getTime() + rules.late_after_minutes * 60_000).toISOString(),
    server_time: session.now.toISOString(),
    students: rows.map(({ checked_in_at, ...student }) => ({
      ...student,
      checked_in_at: checked_in_at?.toISOString() ?? null,
    })),
  };
}

type StudentRow = Omit<WallStudent, 'checked_in_at'> & { checked_in_at: Date | null };

/** Who has a seat, and who has been here though they have none any more. */
const STUDENTS = prepared(`
  SELECT person.id AS student_id, person.name, mark.status, mark.source,
    coalesce(mark.version, (SELECT count(*)::int FROM attendance_change AS earlier
      WHERE earlier.session_id = $1 AND earlier.student_id = person.id)) AS version,
    check_in.at AS checked_in_at,
    CASE WHEN check_in.doubt <> '' AND check_in.cleared_at IS NULL THEN check_in.doubt END AS doubt
  FROM (
    SELECT student_id FROM enrollment WHERE course_id = $2 AND status IN ${SITS}
    UNION SELECT student_id FROM attendance_mark WHERE session_id = $1
    UNION SELECT student_id FROM attendance_check_in WHERE session_id = $1
  ) AS of_class
  JOIN app_user AS person ON person.id = of_class.student_id
  LEFT JOIN attendance_mark AS mark ON mark.session_id = $1 AND mark.student_id = person.id
  LEFT JOIN attendance_check_in AS check_in ON check_in.session_id = $1 AND check_in.student_id = person.id
  ORDER BY lower(person.name), person.id`);
