import { Locale } from '@/lib/contracts/http/locale';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { Outlook } from './alert-texts';
import { countRemaining } from './count-remaining';
import { readRules } from './rules';
import { standingOf } from './standing';

/** Where a student stands in a course now, in the words' terms. */
export async function readOutlook(
  sql: SqlTx,
  { courseId, studentId, timeZone }: { courseId: string; studentId: string; timeZone: string },
): Promise<{
  name: string;
  locale: Locale | null;
  course: string;
  percentage: number | null;
  outlook: Outlook;
}> {
  const { rows } = await sql.query<Row>(READ, [courseId, studentId]);
  const row = rows[0] ?? { name: '', locale: null, course: '', counted: 0, points: 0 };
  const { warning_percentage: goal } = await readRules(sql);
  const whose = { of: 'course', id: courseId } as const;
  const remaining = await countRemaining(sql, whose, {
    courseIds: [courseId],
    studentIds: [studentId],
    timeZone,
  });
  const standing = standingOf(row, remaining(studentId, courseId), goal);
  return {
    name: row.name,
    locale: Locale.safeParse(row.locale).data ?? null,
    course: row.course,
    percentage: standing.percentage,
    outlook: { goal, canMiss: standing.can_miss, best: standing.best_percentage ?? 0 },
  };
}

interface Row {
  readonly name: string;
  readonly locale: string | null;
  readonly course: string;
  readonly counted: number;
  readonly points: number;
}

const READ = `
  SELECT student.name, student.locale, subject.code AS course, coalesce(total.counted, 0) AS counted,
    coalesce(total.points, 0)::float8 AS points
  FROM course
  JOIN subject ON subject.id = course.subject_id
  JOIN app_user AS student ON student.id = $2
  LEFT JOIN attendance_total AS total ON total.course_id = course.id AND total.student_id = student.id
  WHERE course.id = $1`;
