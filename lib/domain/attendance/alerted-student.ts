import { Locale } from '@/lib/contracts/http/locale';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';

/** Whom an alert is about, and who else is to learn of it. */
export interface AlertedStudent {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale | null;
  readonly advisorId: string | null;
  /** Empty: nobody. */
  readonly guardianEmail: string;
  /** Of the course that was asked for, where it is known here; else empty. */
  readonly courseCode: string;
  readonly isInCourse: boolean;
}

/** `null` when no student of that id is known here. */
export async function findAlertedStudent(
  sql: SqlTx,
  { studentId, courseId }: { studentId: string; courseId: string },
): Promise<AlertedStudent | null> {
  if (!isUuid(studentId)) return null;
  const { rows } = await sql.query<Omit<AlertedStudent, 'locale'> & { locale: string | null }>(FIND, [
    studentId,
    isUuid(courseId) ? courseId : null,
  ]);
  const row = rows[0];
  return row ? { ...row, locale: Locale.safeParse(row.locale).data ?? null } : null;
}

/** Whether an event tells of an alert that was judged here, and not by another service. */
export async function isOwnAlert(sql: SqlTx, eventId: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM attendance_alert WHERE event_id = $1', [eventId]);
  return rowCount !== 0;
}

const FIND = prepared(`
  SELECT student.id, student.name, student.locale, advisor.id AS "advisorId", student.guardian_email AS "guardianEmail",
    coalesce(subject.code, '') AS "courseCode",
    EXISTS (SELECT FROM enrollment WHERE enrollment.course_id = course.id
      AND enrollment.student_id = student.id AND enrollment.status IN ${SITS}) AS "isInCourse"
  FROM app_user AS student
  LEFT JOIN app_user AS advisor ON advisor.id = student.advisor_id AND advisor.status = 'active'
  LEFT JOIN course ON course.id = $2::uuid AND course.deleted_at IS NULL
  LEFT JOIN subject ON subject.id = course.subject_id
  WHERE student.id = $1 AND student.role = 'student' AND student.status <> 'deleted'`);
