import { clsx } from 'clsx';
import { AlertTriangle } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { type StandingText, useStandingText } from '@/lib/client/attendance/attendance-standing-text';
import { useFormat } from '@/lib/client/text/text-context';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { AttendanceGoal, CourseStanding, OpenAlert } from '@/lib/contracts/http/attendance-standing';
import { TrendLine } from './trend-line';

interface StandingSummaryProps {
  standing: CourseStanding;
  goal: AttendanceGoal;
}

/** Where one stands in a course: the share, what can still be missed, how it came about, and what is wrong. */
export function StandingSummary({ standing, goal }: StandingSummaryProps) {
  const text = useStandingText();
  const { number } = useFormat();
  const { percentage, best_percentage, counted, points, remaining, level, trend, alerts } = standing;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p className={clsx('text-xl tabular-nums', level === 'fine' ? 'text-ink' : 'text-danger')}>
          {percentage === null ? (
            <span className="text-md text-ink-3">{text.notYet}</span>
          ) : (
            text.percent(number(percentage))
          )}
        </p>
        <TrendLine
          shares={trend}
          goal={goal.warning_percentage}
          label={text.trend(number(trend[0] ?? 0), number(trend.at(-1) ?? 0))}
        />
        <p className="text-ink-2">
          {counted > 0 && `${text.attended(number(points), number(counted))} · `}
          {text.remaining(remaining)}
          {best_percentage !== null && ` · ${text.best(number(best_percentage))}`}
        </p>
      </div>
      {(remaining > 0 || standing.can_miss < 0) && (
        <p className={clsx('font-strong', standing.can_miss < 1 && 'text-warn')}>
          {outlookOf(standing, goal, text, number)}
        </p>
      )}
      {alerts.length > 0 && (
        <ul className="grid gap-1">
          {alerts.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </div>
  );
}

function outlookOf(
  { can_miss }: CourseStanding,
  { warning_percentage }: AttendanceGoal,
  text: StandingText,
  number: (value: number) => string,
): string {
  const goal = number(warning_percentage);
  if (can_miss < 0) return text.outOfReach(goal);
  return can_miss === 0 ? text.canMissNone(goal) : text.canMiss(can_miss, goal);
}

function AlertLine({ alert }: { alert: OpenAlert }) {
  const text = useStandingText();
  const { number } = useFormat();
  const day = useDayTitle();
  const what =
    alert.rule === 'consecutive'
      ? text.alert.consecutive(alert.absent_in_row)
      : text.alert.percentage(number(alert.percentage), number(alert.threshold));
  return (
    <li className={clsx('flex items-start gap-2', alert.level === 'critical' ? 'text-danger' : 'text-warn')}>
      <Icon of={AlertTriangle} className="mt-1 shrink-0" />
      <span>
        {text.alertLevels[alert.level]}: {what}
        {alert.class && (
          <span className="text-ink-2">
            {' '}
            {text.alert.after(day(alert.class.date), alert.class.start_time)}
          </span>
        )}
      </span>
    </li>
  );
}
