import type { AttendanceSource, AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { MakeReport } from '@/lib/contracts/http/attendance-report-requests';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { clockTimeOf } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';

/** One mark, as a report tells of it. */
export interface ReportRow {
  readonly date: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly course: string;
  readonly course_name: string;
  readonly title: string;
  readonly student: string;
  readonly register_no: string | null;
  readonly email: string;
  readonly status: AttendanceStatus;
  readonly custom_code: string;
  readonly points: number | null;
  readonly remark: string;
  readonly source: AttendanceSource;
  readonly marked_by: string | null;
  readonly marked_at: string;
}

/**
 * What a report is about, in a word; of a student the name.
 * @throws {DomainProblem} `resource.not_found` for what is not there or not the actor's, `auth.forbidden` for a whole
 * department
 */
export async function readSubject(sql: SqlTx, actor: SignedIn, given: MakeReport): Promise<string> {
  if (given.type === 'department' && actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
  const { rows } = await sql.query<{ subject: string }>(SUBJECT[given.type], [
    given.subject_id,
    actor.userId,
    actor.role === 'admin',
  ]);
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0].subject;
}

/** At most `limit` of them, by day, time, course and name. Faculty see those of their courses. */
export async function readReportRows(
  sql: SqlTx,
  actor: SignedIn,
  { given, limit }: { given: MakeReport; limit: number },
): Promise<ReportRow[]> {
  const { rows } = await sql.query<ReportRow>(ROWS(CONDITION[given.type]), [
    given.subject_id,
    actor.userId,
    actor.role === 'admin',
    given.date_from,
    given.date_to,
    limit,
  ]);
  return rows;
}

const TEACHES = `EXISTS (SELECT FROM course_faculty AS teaching
  WHERE teaching.course_id = course.id AND teaching.user_id = $2::uuid)`;

const SUBJECT: Readonly<Record<MakeReport['type'], string>> = {
  course: `
    SELECT subject.code AS subject FROM course JOIN subject ON subject.id = course.subject_id
    WHERE course.id = $1 AND course.deleted_at IS NULL AND ($3::boolean OR ${TEACHES})`,
  student: `
    SELECT student.name AS subject FROM app_user AS student
    WHERE student.id = $1 AND student.role = 'student' AND ($3::boolean OR EXISTS (
      SELECT FROM enrollment JOIN course ON course.id = enrollment.course_id AND course.deleted_at IS NULL
      WHERE enrollment.student_id = student.id AND ${TEACHES}))`,
  department: `
    SELECT code AS subject FROM department WHERE id = $1 AND ($3::boolean OR $2::uuid IS NULL)`,
};

const CONDITION: Readonly<Record<MakeReport['type'], string>> = {
  course: 'mark.course_id = $1',
  student: 'mark.student_id = $1',
  department: 'course.department_id = $1',
};

const ROWS = (condition: string) => `
  SELECT ${isoDate('session.held_on')} AS date,
    ${clockTimeOf('session.start_minute')} AS start_time, ${clockTimeOf('session.end_minute')} AS end_time,
    subject.code AS course, subject.name AS course_name, session.title, student.name AS student,
    student.register_no::text AS register_no, student.email, mark.status, mark.custom_code,
    mark.points::float8 AS points, mark.remark, mark.source, marker.name AS marked_by,
    ${isoTime('mark.marked_at')} AS marked_at
  FROM attendance_mark AS mark
  JOIN attendance_session AS session ON session.id = mark.session_id
  JOIN course ON course.id = mark.course_id AND course.deleted_at IS NULL
  JOIN subject ON subject.id = course.subject_id
  JOIN app_user AS student ON student.id = mark.student_id
  LEFT JOIN app_user AS marker ON marker.id = mark.marked_by
  WHERE ${condition} AND session.held_on BETWEEN $4::date AND $5::date AND ($3::boolean OR ${TEACHES})
  ORDER BY session.held_on, session.start_minute, subject.code, session.id, student.name, student.id
  LIMIT $6`;
