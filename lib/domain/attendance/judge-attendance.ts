import { v7 as uuidv7 } from 'uuid';
import type { Envelope } from '@/lib/contracts/events/envelope';
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

/** An alert that was raised, with what its event says. */
export interface RaisedAlert {
  readonly id: string;
  readonly eventId: string;
  readonly payload: Envelope<'LOW_ATTENDANCE_ALERT'>['payload'];
}

export interface Judgement {
  readonly rules: AttendanceRules;
  readonly raised: readonly RaisedAlert[];
  readonly ended: readonly EndedAlert[];
}

interface Judged {
  readonly student_id: string;
  readonly student_name: string;
  readonly counted: number;
  readonly points: number;
  readonly absent_in_row: number;
  readonly course_name: string;
  /** The class that tipped it, as far as it is known. */
  readonly session_id: string | null;
  readonly held_on: string | null;
  readonly start_minute: number | null;
}

/**
 * Compares where students of a course stand with the alerts they have: a line that is crossed anew is told by one
 * LOW_ATTENDANCE_ALERT, an alert that holds no longer ends. It looks at the state alone, under the lock of the course: what
 * led here may have come twice, in any order, or not at all. Whoever calls tells people of the judgement, in the same
 * transaction. `null`: there is nobody to judge.
 */
export async function judgeAttendance(
  tx: EventfulTx,
  request: { courseId: string; studentIds: readonly string[]; sessionId: string; timeZone: string },
): Promise<Judgement | null> {
  const { courseId, timeZone } = request;
  const studentIds = [...new Set(request.studentIds.filter(isUuid))];
  // Another service may name courses that are not known here.
  if (!isUuid(courseId) || studentIds.length === 0) return null;
  await lockAttendance(tx, courseId);
  const sessionId = isUuid(request.sessionId) ? request.sessionId : null;
  const { rows: students } = await tx.query<Judged>(STUDENTS, [courseId, studentIds, sessionId]);
  if (students.length === 0) return null;
  const rules = await readRules(tx);
  const { rows: open } = await tx.query<EndedAlert>(OPEN, [courseId, studentIds]);
  const verdicts = students.flatMap((student) => {
    const crossed = linesCrossed(student, rules);
    const own = open.filter(({ student_id }) => student_id === student.student_id);
    const ended = own.filter((alert) => !crossed.holds(alert));
    const isKnown = (line: AlertLine) =>
      own.some((alert) => crossed.holds(alert) && alert.rule === line.rule && alert.level === line.level);
    const lines = crossed.lines.filter((line) => !isKnown(line));
    return ended.length + lines.length > 0 ? [{ student, ended, lines }] : [];
  });
  if (verdicts.length === 0) return { rules, raised: [], ended: [] };
  const whose = { of: 'course', id: courseId } as const;
  const remaining = await countRemaining(tx, whose, { courseIds: [courseId], studentIds, timeZone });
  const raised: RaisedAlert[] = [];
  for (const { student, ended, lines } of verdicts) {
    const classes = remaining(student.student_id, courseId);
    const standing = standingOf(student, classes, rules.warning_percentage);
    for (const { id, was_corrected } of ended)
      await tx.query(END, [id, was_corrected ? 'corrected' : 'attended', standing.percentage]);
    for (const line of lines) raised.push(await raise(tx, { courseId, student, line, standing, rules }));
  }
  return { rules, raised, ended: verdicts.flatMap(({ ended }) => ended) };
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
  },
): Promise<RaisedAlert> {
  const { courseId, student, line, standing, rules } = given;
  const payload = {
    student_id: student.student_id,
    student_name: student.student_name,
    course_id: courseId,
    course_name: student.course_name,
    attendance_percentage: standing.percentage ?? 0,
    threshold_percentage: line.level === 'critical' ? rules.critical_percentage : rules.warning_percentage,
    total_classes: student.counted,
    classes_attended: Math.round(student.points),
    alert_level: line.level,
    rule: line.rule,
    absent_in_row: student.absent_in_row,
    attendance_id: student.session_id ?? '',
    class_date: student.held_on ?? '',
    start_time: student.start_minute === null ? '' : clockTime(student.start_minute),
    can_miss: standing.can_miss,
    best_percentage: standing.best_percentage ?? 0,
  };
  const [id, eventId] = [uuidv7(), tx.publish('LOW_ATTENDANCE_ALERT', payload)];
  await tx.query(RAISE, [
    id,
    courseId,
    student.student_id,
    line.rule,
    line.level,
    eventId,
    student.session_id,
    payload.attendance_percentage,
    payload.threshold_percentage,
    payload.total_classes,
    payload.classes_attended,
    payload.can_miss,
    payload.best_percentage,
    payload.absent_in_row,
  ]);
  return { id, eventId, payload };
}

// Who has left the course is judged no more.
const STUDENTS = prepared(`
  SELECT enrollment.student_id, student.name AS student_name, coalesce(total.counted, 0) AS counted,
    coalesce(total.points, 0)::float8 AS points, coalesce(total.absent_in_row, 0) AS absent_in_row,
    subject.name AS course_name, session.id AS session_id, ${isoDate('session.held_on')} AS held_on, session.start_minute
  FROM enrollment
  JOIN course ON course.id = enrollment.course_id
  JOIN subject ON subject.id = course.subject_id
  JOIN app_user AS student ON student.id = enrollment.student_id
  LEFT JOIN attendance_total AS total
    ON total.course_id = enrollment.course_id AND total.student_id = enrollment.student_id
  LEFT JOIN attendance_session AS session ON session.id = $3::uuid
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
