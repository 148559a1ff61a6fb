import type { Locale } from '@/lib/contracts/http/locale';
import { tagOf } from '../text/locale-tag';

interface Held {
  /** `2026-11-27` and `10:00`: the university's local date and time. */
  readonly date: string;
  readonly start_time: string;
}

/** "Fri 27 Nov, 10:00", with the year of another one. */
export function sayClass({ locale }: { locale: Locale }, { date, start_time }: Held): string {
  const isThisYear = date.startsWith(String(new Date().getFullYear()));
  const day = new Intl.DateTimeFormat(tagOf[locale], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return `${day.format(Date.parse(date))}, ${start_time}`;
}
