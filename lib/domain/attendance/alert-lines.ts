import type { AttendanceRules } from './rules';
import { standingOf } from './standing';

/** A line that students can cross. */
export interface AlertLine {
  readonly rule: 'percentage' | 'consecutive';
  readonly level: 'warning' | 'critical';
}

interface Crossed {
  /** The lines to tell of: of the two shares only the lower one. */
  readonly lines: readonly AlertLine[];
  /** Whether an alert that was given is still true: who is below the lower share is below the upper one too. */
  readonly holds: (alert: AlertLine) => boolean;
}

/** Which lines a student has crossed, by the numbers alone. */
export function linesCrossed(
  total: { readonly counted: number; readonly points: number; readonly absent_in_row: number },
  rules: AttendanceRules,
): Crossed {
  const isJudged = total.counted >= rules.minimum_sessions;
  const isBelow = (threshold: number) => isJudged && standingOf(total, 0, threshold).is_below;
  const below = { warning: isBelow(rules.warning_percentage), critical: isBelow(rules.critical_percentage) };
  const isAbsent = rules.consecutive_absences > 0 && total.absent_in_row >= rules.consecutive_absences;
  const lines: AlertLine[] = [];
  if (below.critical) lines.push({ rule: 'percentage', level: 'critical' });
  else if (below.warning) lines.push({ rule: 'percentage', level: 'warning' });
  if (isAbsent) lines.push({ rule: 'consecutive', level: 'warning' });
  return { lines, holds: ({ rule, level }) => (rule === 'consecutive' ? isAbsent : below[level]) };
}
