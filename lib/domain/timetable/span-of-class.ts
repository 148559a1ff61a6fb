import { clockTime } from './clock-time';
import type { EntryRow } from './entry-row';
import type { TimetableTexts } from './notice-texts';

/** "Mon, 10:00 to 11:00, week A, from 2026-10-01, until 2026-10-30" */
export function spanOfClass(
  texts: TimetableTexts,
  row: EntryRow | null | undefined,
  at?: { start_time: string; end_time: string },
): string {
  if (!row) return '';
  const { start_time, end_time } = at ?? {
    start_time: clockTime(row.start_minute),
    end_time: clockTime(row.end_minute),
  };
  return [
    texts.weekdays[row.day_of_week - 1],
    texts.times(start_time, end_time),
    row.weeks === 'every' ? null : texts.week(row.weeks.toUpperCase()),
    row.starts_on && texts.from(row.starts_on),
    row.ends_on && texts.until(row.ends_on),
  ]
    .filter((part) => part)
    .join(', ');
}
