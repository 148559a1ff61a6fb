import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Meeting, Week } from '@/lib/contracts/http/timetable';
import { readZonedTime } from '../announcement/zoned-time';

/** A class with the moments it begins and ends, ms since 1970. */
export interface TimedClass {
  readonly meeting: Meeting;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The classes of a week as moments, in their order. */
export function timedClasses({ meetings, time_zone }: Pick<Week, 'meetings' | 'time_zone'>): TimedClass[] {
  return meetings
    .map((meeting) => ({
      meeting,
      startsAt: momentIn(time_zone, `${meeting.date}T${meeting.start_time}`),
      endsAt: momentIn(time_zone, `${meeting.date}T${meeting.end_time}`),
    }))
    .sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}

/** What takes place now or begins next; what is cancelled does not. */
export function nextClass(classes: readonly TimedClass[], now: number): TimedClass | null {
  return classes.find(({ meeting, endsAt }) => meeting.status !== 'cancelled' && endsAt > now) ?? null;
}

/** `2026-11-27`: the date that it is in this zone, some days later. */
export function dateIn(zone: string, now: number, days = 0): string {
  return new Date(now + tzOffset(zone, new Date(now)) * 60_000 + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** A class at a time that the clock leaves out begins when the clock has been put forward. */
function momentIn(zone: string, local: string): number {
  const time = readZonedTime(local, zone);
  if (time.kind === 'moment') return Date.parse(time.at);
  return time.kind === 'skipped' ? Date.parse(time.instead) : Number.NaN;
}
