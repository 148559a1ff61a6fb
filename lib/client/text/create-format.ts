import type { Locale } from '@/lib/contracts/http/locale';
import { tagOf } from './locale-tag';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** Dates, numbers and lists as one language writes them, with the times of one zone. */
export interface Format {
  readonly locale: Locale;
  readonly timeZone: string;
  /** Relative under a day, a date after it. */
  relative: (at: string, now: number) => string;
  /** "Tuesday 24 November 2026 at 12:00:00" */
  exact: (at: string) => string;
  /** "24 Nov 2026, 12:00" */
  dateTime: (at: string | number) => string;
  /** "24 Nov 2026" */
  date: (at: string | number) => string;
  /** "Tue 24 Nov, 12:00", with the year of another one. */
  weekTime: (at: string) => string;
  /** "12:00" */
  clock: (at: string | number) => string;
  number: (value: number) => string;
  /** 0.42 -> "42%" */
  percent: (share: number) => string;
  /** "a, b and c" */
  list: (items: readonly string[]) => string;
}

/** Made once for a page: the formatters behind it are costly to make. `justNow` comes from the catalogue. */
export function createFormat(locale: Locale, timeZone: string, justNow: string): Format {
  const tag = tagOf[locale];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (at: string | number) => {
      made ??= new Intl.DateTimeFormat(tag, { timeZone, ...options });
      return made.format(typeof at === 'number' ? at : Date.parse(at));
    };
  };
  const ages = new Intl.RelativeTimeFormat(tag, { style: 'short' });
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const year = dates({ year: 'numeric' });
  const dayInYear = dates({ day: 'numeric', month: 'short' });
  const dayAndYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const inWeek = { weekday: 'short', day: 'numeric', month: 'short', ...clock } as const;
  const [weekTime, weekTimeAndYear] = [dates(inWeek), dates({ ...inWeek, year: 'numeric' })];
  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' });
  return {
    locale,
    timeZone,
    relative: (at, now) => {
      const age = now - Date.parse(at);
      // A clock that is a little behind the server's says "just now", not "in 3 s".
      if (age < -minute) return dateTime(at);
      if (age < minute) return justNow;
      if (age < hour) return ages.format(-Math.floor(age / minute), 'minute');
      if (age < day) return ages.format(-Math.floor(age / hour), 'hour');
      return year(at) === year(now) ? dayInYear(at) : dayAndYear(at);
    },
    exact: dates({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
    dateTime,
    date: dayAndYear,
    weekTime: (at) => (year(at) === year(Date.now()) ? weekTime(at) : weekTimeAndYear(at)),
    clock: dates(clock),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    list: (items) => lists.format(items),
  };
}
