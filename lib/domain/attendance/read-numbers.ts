import type {
  AttendanceSummary,
  ClassNumbers,
  CourseNumbers,
  StudentNumbers,
  SummaryRow,
} from '@/lib/contracts/http/attendance-standing';
import type { SummaryQuery } from '@/lib/contracts/http/attendance-standing-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';
import { universityNow } from '../timetable/university-now';
import { countRemaining } from './count-remaining';
import { seeCourse } from './may-see';
import { goalOf, numbersOf, TOTAL_COLUMNS, type TotalRow } from './numbers-of';
import { readRules } from './rules';

/**
 * How the students of a course stand, and how each class was attended.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function readCourseNumbers(
  sql: SqlTx,
  actor: SignedIn,
  { courseId, timeZone }: { courseId: string; timeZone: string },
): Promise<CourseNumbers> {
  const course = await seeCourse(sql, actor, courseId);
  const rules = await readRules(sql);
  const { rows } = await sql.query<StudentRow>(STUDENTS, [course.id]);
  const classes = await sql.query<Omit<ClassNumbers, 'start_time'> & { start_minute: number }>(CLASSES, [
    course.id,
  ]);
  const whose = { of: 'course', id: course.id } as const;
  const remaining = await countRemaining(sql, whose, {
    courseIds: [course.id],
    studentIds: rows.map(({ id }) => id),
    timeZone,
  });
  return {
    course,
    goal: goalOf(rules),
    percentage: shareOf(rows),
    students: rows.map(({ id, name, register_no, alert, ...total }) => ({
      student: { id, name, register_no },
      ...numbersOf(total, remaining(id, course.id), rules),
      alert,
    })),
    classes: classes.rows.map(({ start_minute, ...row }) => ({
      ...row,
      start_time: clockTime(start_minute),
    })),
  };
}

/**
 * The courses of a term, of one department or all, with how they are attended.
 * @throws {DomainProblem} `auth.forbidden`; `resource.not_found` for a term that is not there
 */
export async function readSummary(
  sql: SqlTx,
  actor: SignedIn,
  { term_id, department_id, timeZone }: SummaryQuery & { timeZone: string },
): Promise<AttendanceSummary> {
  if (actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
  const today = universityNow(timeZone).date;
  const terms = await sql.query<AttendanceSummary['term']>(TERM, [term_id ?? null, today]);
  const term = terms.rows[0];
  if (!term) throw new DomainProblem('resource.not_found');
  const rules = await readRules(sql);
  const { rows } = await sql.query<SummaryRow & { counted: number; points: number }>(SUMMARY, [
    term.id,
    department_id ?? null,
    rules.minimum_sessions,
    rules.warning_percentage,
    rules.critical_percentage,
  ]);
  return {
    term,
    goal: goalOf(rules),
    percentage: shareOf(rows),
    courses: rows.map(({ counted, points, ...row }) => ({
      ...row,
      percentage: shareOf([{ counted, points }]),
    })),
  };
}

/** Of all classes of all students together: who has more classes weighs more. */
function shareOf(totals: readonly { counted: number; points: number }[]): number | null {
  const counted = totals.reduce((sum, total) => sum + total.counted, 0);
  const points = totals.reduce((sum, total) => sum + total.points, 0);
  return counted === 0 ? null : Math.floor((Math.round(points * 100) * 100) / counted) / 100;
}

interface StudentRow extends TotalRow {
  id: string;
  name: string;
  register_no: string | null;
  alert: StudentNumbers['alert'];
}

const STUDENTS = `
  SELECT student.id, student.name, student.register_no::text AS register_no, ${TOTAL_COLUMNS}, (
      SELECT max(level) FROM attendance_alert AS alert
      WHERE alert.course_id = $1 AND alert.student_id = student.id AND withdrawn_at IS NULL
    ) AS alert
  FROM enrollment
  JOIN app_user AS student ON student.id = enrollment.student_id
  LEFT JOIN attendance_total AS total ON total.course_id = $1 AND total.student_id = student.id
  WHERE enrollment.course_id = $1 AND enrollment.status IN ${SITS}
  ORDER BY student.name, student.id`;

const CLASSES = `
  SELECT session.id AS session_id, ${isoDate('session.held_on')} AS date, session.start_minute, session.title,
    count(*) FILTER (WHERE status = 'present')::int AS present, count(*) FILTER (WHERE status = 'late')::int AS late,
    count(*) FILTER (WHERE status = 'excused')::int AS excused, count(*) FILTER (WHERE status = 'absent')::int AS absent,
    (floor(sum(points) * 10000 / nullif(count(points), 0)) / 100)::float8 AS percentage
  FROM attendance_session AS session JOIN attendance_mark AS mark ON mark.session_id = session.id
  WHERE session.course_id = $1
  GROUP BY session.id
  ORDER BY session.held_on, session.start_minute, session.id`;

// That of today; between two terms the next one, after the last one the last.
const TERM = `
  SELECT id, code, name FROM term WHERE $1::uuid IS NULL OR id = $1
  ORDER BY ends_on < $2::date, CASE WHEN ends_on < $2::date THEN $2::date - ends_on ELSE starts_on - $2::date END, id
  LIMIT 1`;

const SUMMARY = `
  SELECT json_build_object('id', course.id, 'code', subject.code, 'name', subject.name, 'section', course.section) AS course,
    CASE WHEN department.id IS NOT NULL THEN
      json_build_object('id', department.id, 'code', department.code, 'name', department.name) END AS department,
    total.students, total.counted, total.points, total.below_warning, total.below_critical,
    (SELECT count(*)::int FROM attendance_session AS session WHERE session.course_id = course.id
      AND EXISTS (SELECT FROM attendance_mark WHERE session_id = session.id)) AS classes
  FROM course
  JOIN subject ON subject.id = course.subject_id
  LEFT JOIN department ON department.id = course.department_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS students, coalesce(sum(total.counted), 0)::int AS counted,
      coalesce(sum(total.points), 0)::float8 AS points,
      count(*) FILTER (WHERE total.counted >= $3 AND total.points * 100 < total.counted * $4::numeric)::int AS below_warning,
      count(*) FILTER (WHERE total.counted >= $3 AND total.points * 100 < total.counted * $5::numeric)::int AS below_critical
    FROM enrollment
    LEFT JOIN attendance_total AS total
      ON total.course_id = enrollment.course_id AND total.student_id = enrollment.student_id
    WHERE enrollment.course_id = course.id AND enrollment.status IN ${SITS}
  ) AS total
  WHERE course.term_id = $1 AND ($2::uuid IS NULL OR course.department_id = $2) AND course.deleted_at IS NULL
  ORDER BY subject.code, course.section, course.id`;
