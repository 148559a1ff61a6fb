import type { DigestTime, QuietWindow } from '@/lib/contracts/http/notification-preference';
import { DAY_MS, dayIn, momentIn, weekdayOf } from './zoned-moment';

export interface Stretch {
  /** ms since 1970 */
  readonly since: number;
  readonly until: number;
}

/** A little more than a week: each window of it comes once at least, also one that began yesterday. */
const DAYS_AHEAD = 8;

/**
 * The stretch of quiet that is on at a moment, or comes next; windows that touch are one. `null` without windows. Hours are the
 * zone's clock: in the night the clocks change they are an hour longer or shorter than they seem.
 */
export function nextQuiet(windows: readonly QuietWindow[], zone: string, now: number): Stretch | null {
  const today = dayIn(zone, now);
  const stretches: Stretch[] = [];
  for (let day = today - DAY_MS; day <= today + DAYS_AHEAD * DAY_MS; day += DAY_MS) {
    for (const { weekday, from, until } of windows) {
      if (weekdayOf(day) !== weekday) continue;
      const end = until <= from ? day + DAY_MS : day;
      stretches.push({
        since: momentIn(zone, day, from, 'first'),
        until: momentIn(zone, end, until, 'last'),
      });
    }
  }
  return joined(stretches).find(({ since, until }) => until > now && until > since) ?? null;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.since - b.since)) {
    const last = result.at(-1);
    if (last && stretch.since <= last.until)
      result[result.length - 1] = { since: last.since, until: Math.max(last.until, stretch.until) };
    else result.push(stretch);
  }
  return result;
}

/** When the next digest is due, later than a moment; ms. */
export function nextDigest(digest: DigestTime, zone: string, now: number): number {
  const today = dayIn(zone, now);
  for (let day = today; ; day += DAY_MS) {
    if (digest.frequency === 'weekly' && weekdayOf(day) !== digest.weekday) continue;
    const at = momentIn(zone, day, digest.time, 'first');
    if (at > now) return at;
  }
}
