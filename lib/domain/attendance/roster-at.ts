import type { MarkMoment, RosterAt } from '@/lib/contracts/http/attendance-correction';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { whoseMarks } from './list-changes';
import { sessionNamed } from './session-row';

/**
 * A class as its marks were at an instant: of each student what the last change until then made of the mark. For those who
 * take its attendance everybody who is in the course or was marked, for a student the own mark.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function rosterAt(
  sql: SqlTx,
  reader: SignedIn,
  asked: { id: string; at?: string | undefined },
): Promise<RosterAt> {
  const own = await whoseMarks(sql, reader, asked.id);
  const now = Date.now();
  // Before the first and after the last instant there can be, nothing is another.
  const instant = asked.at === undefined ? now : Math.min(Math.max(Date.parse(asked.at), 0), now);
  const at = new Date(instant).toISOString();
  const [session, students, moments] = await Promise.all([
    sql.query<{ session: RosterAt['session'] }>(SESSION, [asked.id]),
    sql.query<RosterAt['students'][number]>(STUDENTS, [asked.id, at, own]),
    sql.query<MarkMoment>(MOMENTS, [asked.id, own]),
  ]);
  if (!session.rows[0]) throw new DomainProblem('resource.not_found');
  return { at, session: session.rows[0].session, moments: moments.rows, students: students.rows };
}

const SESSION = `
  SELECT ${sessionNamed} AS session FROM attendance_session AS session
  JOIN course ON course.id = session.course_id JOIN subject ON subject.id = course.subject_id WHERE session.id = $1`;

const STUDENTS = `
  SELECT student.id, student.name, last.status, coalesce(last.custom_code, '') AS custom_code,
    coalesce(last.remark, '') AS remark, ${isoTime('last.changed_at')} AS since
  FROM (
    SELECT sitting.student_id FROM attendance_session AS session
    JOIN enrollment AS sitting ON sitting.course_id = session.course_id AND sitting.status IN ${SITS}
    WHERE session.id = $1
    UNION SELECT student_id FROM attendance_change WHERE session_id = $1
  ) AS known
  JOIN app_user AS student ON student.id = known.student_id
  LEFT JOIN LATERAL (
    SELECT change.status, change.custom_code, change.remark, change.changed_at FROM attendance_change AS change
    WHERE change.session_id = $1 AND change.student_id = student.id AND change.changed_at <= $2::timestamptz
    ORDER BY change.seq DESC LIMIT 1
  ) AS last ON true
  WHERE $3::uuid IS NULL OR student.id = $3
  ORDER BY student.name, student.id`;

const MOMENTS = `
  SELECT ${isoTime('change.changed_at')} AS at, count(*)::int AS changes, changer.name AS by
  FROM attendance_change AS change LEFT JOIN app_user AS changer ON changer.id = change.changed_by
  WHERE change.session_id = $1 AND ($2::uuid IS NULL OR change.student_id = $2)
  GROUP BY change.changed_at, changer.id, changer.name
  ORDER BY change.changed_at DESC, changer.id
  LIMIT 200`;
