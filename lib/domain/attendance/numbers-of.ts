import type { AttendanceGoal, AttendanceNumbers } from '@/lib/contracts/http/attendance-standing';
import type { AttendanceRules } from './rules';
import { standingOf } from './standing';

/** The row of `attendance_total`. */
export interface TotalRow {
  present: number;
  late: number;
  excused: number;
  absent: number;
  counted: number;
  points: number;
  absent_in_row: number;
}

/** SQL over a joined `total` that may be missing. */
export const TOTAL_COLUMNS = `
  coalesce(total.present, 0) AS present, coalesce(total.late, 0) AS late, coalesce(total.excused, 0) AS excused,
  coalesce(total.absent, 0) AS absent, coalesce(total.counted, 0) AS counted,
  coalesce(total.points, 0)::float8 AS points, coalesce(total.absent_in_row, 0) AS absent_in_row`;

/** What a total says, with so many classes still to come. */
export function numbersOf(total: TotalRow, remaining: number, rules: AttendanceRules): AttendanceNumbers {
  const { present, late, excused, absent, counted, points, absent_in_row } = total;
  const { percentage, best_percentage, can_miss, is_below } = standingOf(
    total,
    remaining,
    rules.warning_percentage,
  );
  return {
    ...{ present, late, excused, absent, counted, points, absent_in_row, remaining },
    ...{ percentage, best_percentage, can_miss },
    level: levelOf(total, is_below, rules),
  };
}

function levelOf(total: TotalRow, isBelow: boolean, rules: AttendanceRules): AttendanceNumbers['level'] {
  if (total.counted < rules.minimum_sessions) return 'fine';
  if (standingOf(total, 0, rules.critical_percentage).is_below) return 'critical';
  return isBelow ? 'warning' : 'fine';
}

export const goalOf = ({
  warning_percentage,
  critical_percentage,
  minimum_sessions,
}: AttendanceRules): AttendanceGoal => ({ warning_percentage, critical_percentage, minimum_sessions });
