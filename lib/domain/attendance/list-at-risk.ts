import type { AtRisk, AtRiskList, AtRiskRule } from '@/lib/contracts/http/attendance-report';
import { writeCsv } from '@/lib/infra/csv/write-csv';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type KeysetPage, WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import type { SignedIn } from '../session/authenticate';
import { readRules } from './rules';

export interface AtRiskAsked {
  readonly rule: AtRiskRule;
  readonly course_id?: string | undefined;
  readonly term_id?: string | undefined;
}

/** Who is below the line, or has missed several classes in a row, in the courses one teaches; administrators in all. */
export async function listAtRisk(
  sql: SqlTx,
  reader: SignedIn,
  { rule, course_id, term_id, ...page }: KeysetPage & AtRiskAsked,
): Promise<AtRiskList> {
  const rules = await readRules(sql);
  const limitValue = rule === 'percentage' ? rules.warning_percentage : rules.consecutive_absences;
  const { rows } = await sql.query<AtRisk & { rank: number; place: string }>(LIST[rule], [
    reader.userId,
    reader.role === 'admin',
    course_id ?? null,
    term_id ?? null,
    limitValue,
    rules.minimum_sessions,
    // A number with the course; of any other form it is the start.
    page.after && PLACE.test(page.after.at) ? page.after.at.slice(0, -37) : null,
    page.after && PLACE.test(page.after.at) ? page.after.at.slice(-36) : null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rule,
    limit_value: limitValue,
    items: shown.map(({ rank: _rank, place: _place, ...item }) => item),
    next_cursor:
      rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.student.id }) : null,
  };
}

/** `37.50 <course id>` */
const PLACE = /^-?\d{1,6}(\.\d{1,6})? [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEADINGS = [
  'student',
  'register_no',
  'course',
  'present',
  'late',
  'excused',
  'absent',
  'percentage',
  'absent_in_row',
];

/** The same as CSV. Cells that a spreadsheet would take for a formula are quoted as text. */
export async function exportAtRisk(sql: SqlTx, reader: SignedIn, asked: AtRiskAsked): Promise<string> {
  const { items } = await listAtRisk(sql, reader, { ...WHOLE_LIST, ...asked });
  const lines = items.map(({ student, course, ...numbers }) => ({
    ...numbers,
    student: student.name,
    register_no: student.register_no,
    course: course.code,
  }));
  return writeCsv(lines, HEADINGS);
}

const PERCENTAGE = 'round(100 * total.points / nullif(total.counted, 0), 2)';

/** The worst first: what is smaller stands before. */
const list = (rank: string, condition: string) => `
  SELECT id, student, course, present, late, excused, absent, percentage, absent_in_row, rank,
    ranked.rank::text || ' ' || (ranked.course ->> 'id') AS place FROM (
    SELECT total.course_id || ' ' || total.student_id AS id,
      jsonb_build_object('id', student.id, 'name', student.name, 'register_no', student.register_no::text) AS student,
      jsonb_build_object('id', course.id, 'code', subject.code, 'name', subject.name) AS course,
      total.present, total.late, total.excused, total.absent, ${PERCENTAGE}::float8 AS percentage,
      total.absent_in_row, ${rank} AS rank, total.course_id, total.student_id
    FROM attendance_total AS total
    JOIN course ON course.id = total.course_id AND course.deleted_at IS NULL
    JOIN subject ON subject.id = course.subject_id
    JOIN app_user AS student ON student.id = total.student_id
    JOIN enrollment ON enrollment.course_id = total.course_id AND enrollment.student_id = total.student_id
      AND enrollment.status = 'enrolled'
    WHERE ($2 OR EXISTS (SELECT FROM course_faculty
        WHERE course_faculty.course_id = total.course_id AND course_faculty.user_id = $1))
      AND ($3::uuid IS NULL OR total.course_id = $3) AND ($4::uuid IS NULL OR course.term_id = $4)
      AND ${condition}
  ) AS ranked
  WHERE $7::numeric IS NULL OR (rank, course_id, student_id) > ($7, $8::uuid, $9::uuid)
  ORDER BY rank, course_id, student_id
  LIMIT $10`;

const LIST: Readonly<Record<AtRiskRule, string>> = {
  percentage: list(PERCENTAGE, `total.counted >= $6 AND ${PERCENTAGE} < $5`),
  consecutive: list(
    '(-total.absent_in_row)::numeric',
    '$5::int > 0 AND total.absent_in_row >= $5::int AND $6::int IS NOT NULL',
  ),
};
