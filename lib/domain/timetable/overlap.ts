/** A class of the week, as it is planned. Days are ISO dates (`2026-11-27`), minutes count from midnight. */
export interface WeeklyClass {
  /** 1 is Monday, 7 is Sunday. */
  readonly dayOfWeek: number;
  readonly startMinute: number;
  /** Not part of it any more. */
  readonly endMinute: number;
  readonly weeks: 'every' | 'a' | 'b';
  /** The dates between which it takes place, both included; `null`: the term's. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface TermDates {
  /** The first day; its week is week A. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The days on which a class is held, as a row of numbers: from the first to the last in equal steps, at one time of the day. */
export interface Slot {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly stepDays: 7 | 14;
  readonly startMinute: number;
  readonly endMinute: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** Whether a day lies in a week A or B of its term. */
export function weekLetterOf(day: number, term: TermDates): 'a' | 'b' {
  const weeks = (mondayOf(day) - mondayOf(dayNumber(term.startsOn))) / 7;
  return weeks % 2 === 0 ? 'a' : 'b';
}

/** The days of a class within its term; `null` when there is none. */
export function slotOf(planned: WeeklyClass, term: TermDates): Slot | null {
  const from = Math.max(dayNumber(planned.startsOn ?? term.startsOn), dayNumber(term.startsOn));
  const until = Math.min(dayNumber(planned.endsOn ?? term.endsOn), dayNumber(term.endsOn));
  const stepDays = planned.weeks === 'every' ? 7 : 14;
  let firstDay = from + ((planned.dayOfWeek - weekdayOf(from) + 7) % 7);
  if (planned.weeks !== 'every' && weekLetterOf(firstDay, term) !== planned.weeks) firstDay += 7;
  if (firstDay > until) return null;
  const lastDay = firstDay + Math.floor((until - firstDay) / stepDays) * stepDays;
  const { startMinute, endMinute } = planned;
  return { firstDay, lastDay, stepDays, startMinute, endMinute };
}

/** Whether two classes are ever held at the same moment. One that begins when the other ends does not overlap it. */
export function overlaps(a: Slot, b: Slot): boolean {
  return a.startMinute < b.endMinute && b.startMinute < a.endMinute && sharesDay(a, b);
}

export const isHeldOn = (slot: Slot, day: number): boolean =>
  day >= slot.firstDay && day <= slot.lastDay && (day - slot.firstDay) % slot.stepDays === 0;

function sharesDay(a: Slot, b: Slot): boolean {
  const [wide, narrow] = a.stepDays > b.stepDays ? [a, b] : [b, a];
  // Two rows of numbers meet if they meet in the smaller of their steps; then they meet in every step of the wider one.
  if ((wide.firstDay - narrow.firstDay) % narrow.stepDays !== 0) return false;
  const late = Math.max(wide.firstDay, narrow.firstDay);
  const first = wide.firstDay + Math.ceil((late - wide.firstDay) / wide.stepDays) * wide.stepDays;
  return first <= Math.min(wide.lastDay, narrow.lastDay);
}
