import type { CourseStanding, OpenAlert, StudentStanding } from '@/lib/contracts/http/attendance-standing';
import { isoTime } from '@/lib/infra/db/iso-time';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';
import { linesCrossed } from './alert-lines';
import { countRemaining } from './count-remaining';
import { seeStudent } from './may-see';
import { goalOf, numbersOf, TOTAL_COLUMNS, type TotalRow } from './numbers-of';
import { readRules } from './rules';

/** As many points as a small chart can show. */
const TREND = 20;

interface CourseRow extends TotalRow {
  id: string;
  code: string;
  name: string;
  section: string;
}

/**
 * Where a student stands in each of the courses that they sit in and the caller may look at.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function readStanding(
  sql: SqlTx,
  actor: SignedIn,
  { studentId, timeZone }: { studentId: string; timeZone: string },
): Promise<StudentStanding> {
  const { student, sees } = await seeStudent(sql, actor, studentId);
  const rules = await readRules(sql);
  const rows = (await sql.query<CourseRow>(COURSES, [student.id])).rows.filter(({ id }) => sees(id));
  const courseIds = rows.map(({ id }) => id);
  const whose = { of: 'student', id: student.id } as const;
  const remaining = await countRemaining(sql, whose, { courseIds, studentIds: [student.id], timeZone });
  const trends = await sql.query<{ course_id: string; trend: number[] }>(TRENDS, [
    student.id,
    courseIds,
    TREND,
  ]);
  const alerts = await sql.query<AlertRow>(ALERTS, [student.id, courseIds]);
  const trendOf = new Map(trends.rows.map(({ course_id, trend }) => [course_id, trend]));
  const courses = rows.map((row): CourseStanding => {
    const { holds } = linesCrossed(row, rules);
    const own = alerts.rows.filter(({ course_id }) => course_id === row.id);
    return {
      course: { id: row.id, code: row.code, name: row.name, section: row.section },
      ...numbersOf(row, remaining(student.id, row.id), rules),
      trend: trendOf.get(row.id) ?? [],
      // The numbers may be another since this second: what holds no longer is on its way out.
      alerts: own.filter(holds).map(alertOf),
    };
  });
  return { student, goal: goalOf(rules), courses };
}

/** The one course of {@link readStanding}. */
export function standingIn({ courses }: StudentStanding, courseId: string): CourseStanding {
  const standing = courses.find(({ course }) => course.id === courseId);
  if (!standing) throw new DomainProblem('resource.not_found');
  return standing;
}

interface AlertRow extends Omit<OpenAlert, 'class'> {
  course_id: string;
  held_on: string | null;
  start_minute: number | null;
}

function alertOf({ course_id: _course, held_on, start_minute, ...alert }: AlertRow): OpenAlert {
  const isKnown = held_on !== null && start_minute !== null;
  return { ...alert, class: isKnown ? { date: held_on, start_time: clockTime(start_minute) } : null };
}

// Of a course that one is through there is nothing to see where nobody took the attendance.
const COURSES = prepared(`
  SELECT course.id, subject.code, subject.name, course.section, ${TOTAL_COLUMNS}
  FROM enrollment
  JOIN course ON course.id = enrollment.course_id AND course.deleted_at IS NULL
  JOIN subject ON subject.id = course.subject_id
  JOIN term ON term.id = course.term_id
  LEFT JOIN attendance_total AS total
    ON total.course_id = course.id AND total.student_id = enrollment.student_id
  WHERE enrollment.student_id = $1 AND enrollment.status IN ${SITS}
    AND (enrollment.status = 'enrolled' OR total.student_id IS NOT NULL)
  ORDER BY term.starts_on DESC, subject.code, course.section, course.id`);

/** The share after each class that counts, of the last of them. */
const TRENDS = prepared(`
  SELECT course_id, array_agg(share ORDER BY place) AS trend FROM (
    SELECT mark.course_id, row_number() OVER in_order AS place,
      count(*) OVER (PARTITION BY mark.course_id) AS classes,
      (floor(sum(points) OVER in_order * 10000 / count(*) OVER in_order) / 100)::float8 AS share
    FROM attendance_mark AS mark JOIN attendance_session AS session ON session.id = mark.session_id
    WHERE mark.student_id = $1 AND mark.course_id = ANY ($2::uuid[]) AND points IS NOT NULL
    WINDOW in_order AS (PARTITION BY mark.course_id ORDER BY session.held_on, session.start_minute, session.id)
  ) AS shares
  WHERE place > classes - $3 GROUP BY course_id`);

const ALERTS = prepared(`
  SELECT alert.id, alert.course_id, alert.rule, alert.level, ${isoTime('alert.raised_at')} AS raised_at,
    alert.percentage::float8 AS percentage, alert.threshold::float8 AS threshold, alert.absent_in_row,
    ${isoDate('session.held_on')} AS held_on, session.start_minute
  FROM attendance_alert AS alert LEFT JOIN attendance_session AS session ON session.id = alert.session_id
  WHERE alert.student_id = $1 AND alert.course_id = ANY ($2::uuid[]) AND alert.withdrawn_at IS NULL
  ORDER BY alert.raised_at DESC, alert.id`);
