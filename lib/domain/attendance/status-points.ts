import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { MarkToSave } from '@/lib/contracts/http/attendance-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { wrongField } from '../problem';
import type { AttendanceRules } from './rules';

interface CustomStatus {
  readonly counts_as: AttendanceStatus;
  readonly points: number | null;
}

/** The university's own statuses that these marks name, by code; one that is not in use any more is none. */
export async function readCustomStatuses(
  sql: SqlTx,
  marks: readonly MarkToSave[],
): Promise<ReadonlyMap<string, CustomStatus>> {
  const codes = [...new Set(marks.flatMap(({ custom_code }) => custom_code || []))];
  if (codes.length === 0) return new Map();
  const { rows } = await sql.query<CustomStatus & { code: string }>(
    `SELECT code, counts_as, points::float8 AS points FROM attendance_custom_status
     WHERE code = ANY ($1::text[]) AND is_active`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/**
 * What a mark brings, 0 to 1; `null`: the class does not count for this student.
 * @throws {DomainProblem} `request.invalid` for a status of the university's own that is unknown or counts as another
 */
export function pointsOf(
  { status, custom_code }: MarkToSave,
  given: { index: number; custom: ReadonlyMap<string, CustomStatus>; rules: AttendanceRules },
): number | null {
  if (status === null) return null;
  if (custom_code === '') return pointsOfStatus(status, given.rules);
  const known = given.custom.get(custom_code);
  if (known?.counts_as !== status)
    throw wrongField(`marks.${given.index}.custom_code`, 'unknown', 'There is no such status in use');
  return known.points;
}

function pointsOfStatus(status: AttendanceStatus, rules: AttendanceRules): number | null {
  const points = { present: 1, late: rules.late_points, excused: null, absent: 0 };
  return points[status];
}
