import { v7 as uuidv7 } from 'uuid';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { clockTime } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';
import { type AlertLine, linesCrossed } from './alert-lines';
import { countRemaining } from './count-remaining';
import { lockAttendance } from './lock-attendance';
import { type AttendanceRules, readRules } from './rules';
import { type Standing, standingOf } from './standing';

/** An alert that holds no longer. */
export interface EndedAlert extends AlertLine {
  readonly id: string;
  readonly event_id: string;
  readonly student_id: string;
  /** A mark was changed since, so it should never have been; otherwise the student has attended. */
  readonly was_corrected: boolean;
}

interface Judged {
  readonly student_id: string;
  readonly student_name: string;
  readonly counted: number;
  readonly points: number;
  readonly absent_in_row: number;
}

interface Class {
  readonly id: string;
  readonly held_on: string;
  readonly start_minute: number;
}

/**
 * Compares where students of a course stand with the alerts they have: a line that is crossed anew is told by one
 * LOW_ATTENDANCE_ALERT, an alert that holds no longer ends. It looks at the state alone, under the lock of the course: what
 * led here may have come twice, in any order, or not at all. Returns the alerts that have ended.
 */
export async function judgeAttendance(
  tx: EventfulTx,
  request: { courseId: string; studentIds: readonly string[]; sessionId: string; timeZone: string },
): Promise<EndedAlert[]> {
  const { courseId, timeZone } = request;
  const studentIds = [...new Set(request.studentIds.filter(isUuid))];
  // Another service may name courses that are not known here.
  if (!isUuid(courseId) || studentIds.length === 0) return [];
  await lockAttendance(tx, courseId);
  const students = (await tx.query<Judged>(STUDENTS, [courseId, studentIds])).rows;
  if (students.length === 0) return [];
  const rules = await readRules(tx);
  const whose = { of: 'course', id: courseId } as const;
  const remaining = await countRemaining(tx, whose, { courseIds: [courseId], studentIds, timeZone });
  const open = (await tx.query<EndedAlert>(OPEN, [courseId, studentIds])).rows;
  const tipping = await findClass(tx, request.sessionId);
  const ended: EndedAlert[] = [];
  for (const student of students) {
    const crossed = linesCrossed(student, rules);
    const own = open.filter(({ student_id }) => student_id === student.student_id);
    const standing = standingOf(student, remaining(student.student_id, courseId), rules.warning_percentage);
    for (const alert of own) {
      if (crossed.holds(alert)) continue;
      await tx.query(END, [alert.id, alert.was_corrected ? 'corrected' : 'attended', standing.percentage]);
      ended.push(alert);
    }
    const known = own.filter(crossed.holds);
    for (const line of crossed.lines)
      if (!known.some(({ rule, level }) => rule === line.rule && level === line.level))
        await raise(tx, { courseId, student, line, standing, rules, tipping });
  }
  return ended;
}

/** Who has left a course has no alerts there any more; that they left, they have been told. Returns how many ended. */
export async function endAlertsOnLeaving(
  tx: SqlTx,
  { courseId, studentId }: { courseId: string; studentId: string },
): Promise<number> {
  await lockAttendance(tx, courseId);
  const { rowCount } = await tx.query(LEAVE, [courseId, studentId]);
  return rowCount;
}

async function raise(
  tx: EventfulTx,
  given: {
    courseId: string;
    student: Judged;
    line: AlertLine;
    standing: Standing;
    rules: AttendanceRules;
    tipping: Class | null;
  },
): Promise<void> {
  const { courseId, student, line, standing, rules, tipping } = given;
  const threshold = line.level === 'critical' ? rules.critical_percentage : rules.warning_percentage;
  const percentage = standing.percentage ?? 0;
  const attended = Math.round(student.points);
  const best = standing.best_percentage ?? 0;
  const { rows } = await tx.query<{ course_name: string }>(COURSE, [courseId]);
  const eventId = tx.publish('LOW_ATTENDANCE_ALERT', {
    student_id: student.student_id,
    student_name: student.student_name,
    course_id: courseId,
    course_name: rows[0]?.course_name ?? '',
    attendance_percentage: percentage,
    threshold_percentage: threshold,
    total_classes: student.counted,
    classes_attended: attended,
    alert_level: line.level,
    rule: line.rule,
    absent_in_row: student.absent_in_row,
    attendance_id: tipping?.id ?? '',
    class_date: tipping?.held_on ?? '',
    start_time: tipping ? clockTime(tipping.start_minute) : '',
    can_miss: standing.can_miss,
    best_percentage: best,
  });
  await tx.query(RAISE, [
    uuidv7(),
    courseId,
    student.student_id,
    line.rule,
    line.level,
    eventId,
    tipping?.id ?? null,
    percentage,
    threshold,
    student.counted,
    attended,
    standing.can_miss,
    best,
    student.absent_in_row,
  ]);
}

async function findClass(sql: SqlTx, sessionId: string): Promise<Class | null> {
  if (!isUuid(sessionId)) return null;
  const { rows } = await sql.query<Class>(
    `SELECT id, ${isoDate('held_on')} AS held_on, start_minute FROM attendance_session WHERE id = $1`,
    [sessionId],
  );
  return rows[0] ?? null;
}

// Who has left the course is judged no more.
const STUDENTS = prepared(`
  SELECT enrollment.student_id, student.name AS student_name, coalesce(total.counted, 0) AS counted,
    coalesce(total.points, 0)::float8 AS points, coalesce(total.absent_in_row, 0) AS absent_in_row
  FROM enrollment
  JOIN app_user AS student ON student.id = enrollment.student_id
  LEFT JOIN attendance_total AS total
    ON total.course_id = enrollment.course_id AND total.student_id = enrollment.student_id
  WHERE enrollment.course_id = $1 AND enrollment.student_id = ANY ($2::uuid[]) AND enrollment.status = 'enrolled'
  ORDER BY enrollment.student_id`);

const OPEN = prepared(`
  SELECT id, event_id, student_id, rule, level, EXISTS (
    SELECT FROM attendance_change AS change
    WHERE change.course_id = alert.course_id AND change.student_id = alert.student_id
      AND change.old_status IS NOT NULL AND change.changed_at > alert.raised_at) AS was_corrected
  FROM attendance_alert AS alert
  WHERE course_id = $1 AND student_id = ANY ($2::uuid[]) AND withdrawn_at IS NULL
  ORDER BY raised_at, id`);

const COURSE = prepared(`
  SELECT subject.name AS course_name FROM course JOIN subject ON subject.id = course.subject_id WHERE course.id = $1`);

const RAISE = prepared(`
  INSERT INTO attendance_alert (id, course_id, student_id, rule, level, event_id, session_id, percentage, threshold,
    counted, attended, can_miss, best_percentage, absent_in_row)
  VALUES ($1, $2, $3, $4::attendance_rule, $5::attendance_alert_level, $6, $7::uuid, $8, $9, $10, $11, $12, $13, $14)`);

const END = prepared(`
  UPDATE attendance_alert SET withdrawn_at = now(), withdrawn_reason = $2, withdrawn_percentage = $3 WHERE id = $1`);

// Who is back in the course by now has them still.
const LEAVE = prepared(`
  UPDATE attendance_alert AS alert SET withdrawn_at = now(), withdrawn_reason = 'left'
  WHERE course_id = $1 AND student_id = $2 AND withdrawn_at IS NULL AND NOT EXISTS (
    SELECT FROM enrollment WHERE enrollment.course_id = alert.course_id
      AND enrollment.student_id = alert.student_id AND enrollment.status = 'enrolled')`);
