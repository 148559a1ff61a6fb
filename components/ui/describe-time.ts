import { format, isSameYear } from 'date-fns';

const minute = 60_000;
const hour = 60 * minute;

/** Relative under a day, a date after it. A clock that is a little behind the server's says "just now", not "in 3 s". */
export function describeTime(at: string, now: number): string {
  const time = Date.parse(at);
  const age = now - time;
  if (age < minute) return age < -minute ? format(time, 'd MMM, HH:mm') : 'just now';
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < 24 * hour) return `${Math.floor(age / hour)} h ago`;
  return format(time, isSameYear(time, now) ? 'd MMM' : 'd MMM yyyy');
}

/** "Tuesday, 24 November 2026, 10:02:11" */
export function exactTime(at: string): string {
  return format(Date.parse(at), 'EEEE, d MMMM yyyy, HH:mm:ss');
}
