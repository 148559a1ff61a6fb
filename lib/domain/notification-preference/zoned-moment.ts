import { tzOffset } from '@date-fns/tz/tzOffset';

const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The calendar day that it is in a zone at a moment, as the midnight of that day in UTC, ms. */
export function dayIn(zone: string, at: number): number {
  const local = at + tzOffset(zone, new Date(at)) * MINUTE_MS;
  return local - (((local % DAY_MS) + DAY_MS) % DAY_MS);
}

/** 1 is Monday, 7 is Sunday; of a day as {@link dayIn} gives it. */
export const weekdayOf = (day: number): number => new Date(day).getUTCDay() || 7;

/**
 * When the clocks of a zone show a time of a day, ms. Where they show it twice the `first` or the `last` of both; where they
 * leave it out, the moment they are put forward.
 */
export function momentIn(zone: string, day: number, clock: string, which: 'first' | 'last'): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const wall = day + (hours * 60 + minutes) * MINUTE_MS;
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => tzOffset(zone, new Date(at)));
  const moments = offsets
    .map((offset) => ({ offset, at: wall - offset * MINUTE_MS }))
    .filter(({ offset, at }) => tzOffset(zone, new Date(at)) === offset)
    .map(({ at }) => at);
  if (moments.length === 0) return forwardBetween(zone, wall, offsets);
  return which === 'first' ? Math.min(...moments) : Math.max(...moments);
}

/** The first minute after the clocks were put forward over a time. */
function forwardBetween(zone: string, wall: number, offsets: readonly number[]): number {
  let [early, late] = [wall - Math.max(...offsets) * MINUTE_MS, wall - Math.min(...offsets) * MINUTE_MS];
  const before = tzOffset(zone, new Date(early));
  while (late - early > MINUTE_MS) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
    if (tzOffset(zone, new Date(middle)) === before) early = middle;
    else late = middle;
  }
  return late;
}
