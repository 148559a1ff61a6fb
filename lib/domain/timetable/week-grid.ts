import type { EntryRow } from './entry-row';

/**
 * The places of the week that a proposal puts classes in. Periods of one day never overlap: each is as long as the longest
 * class that may move.
 */
export interface WeekGrid {
  /** 1 is Monday. */
  readonly days: readonly number[];
  /** Minutes since midnight, in order; the same on each day. */
  readonly starts: readonly number[];
  /** Minutes. */
  readonly length: number;
}

const WEEKDAYS = [1, 2, 3, 4, 5];
const OPENS = 8 * 60;
const CLOSES = 20 * 60;
const QUARTER = 15;
const HOUR = 60;
const LAST_MINUTE = 24 * 60 - 1;

/**
 * The start times that the classes have, those of most of them first; the gaps between 08:00 and 20:00 are filled. Classes
 * that are to come have a length and no time.
 */
export function gridOf(movable: readonly EntryRow[], lengthsToCome: readonly number[]): WeekGrid {
  const length = Math.max(HOUR, ...movable.map(lengthOf), ...lengthsToCome);
  const uses = new Map<number, number>();
  for (const { start_minute } of movable) uses.set(start_minute, (uses.get(start_minute) ?? 0) + 1);
  const used = [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([start]) => start);
  const starts: number[] = [];
  const isFree = (start: number) => starts.every((other) => Math.abs(other - start) >= length);
  for (const start of used) if (start + length <= LAST_MINUTE && isFree(start)) starts.push(start);
  for (let start = OPENS; start + length <= CLOSES; start += QUARTER) if (isFree(start)) starts.push(start);
  return {
    days: [...new Set([...WEEKDAYS, ...movable.map(({ day_of_week }) => day_of_week)])].sort((a, b) => a - b),
    starts: starts.sort((a, b) => a - b),
    length,
  };
}

const lengthOf = ({ start_minute, end_minute }: EntryRow) => end_minute - start_minute;

/** The length, in minutes, that most of these classes have; an hour where there are none. */
export function usualLength(rows: readonly EntryRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(lengthOf(row), (counts.get(lengthOf(row)) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return usual?.[0] ?? HOUR;
}

/** The periods (`day * periodsPerDay + place in the day`) during which a class is held, however long it is. */
export function periodsDuring(
  grid: WeekGrid,
  row: Pick<EntryRow, 'day_of_week' | 'start_minute' | 'end_minute'>,
): number[] {
  const day = grid.days.indexOf(row.day_of_week);
  if (day === -1) return [];
  return grid.starts.flatMap((start, place) =>
    start < row.end_minute && row.start_minute < start + grid.length ? day * grid.starts.length + place : [],
  );
}

/** The period a class lies in as the proposal would put it there; `null` when it begins at no period's start. */
export function periodOf(grid: WeekGrid, row: EntryRow): number | null {
  const day = grid.days.indexOf(row.day_of_week);
  const place = grid.starts.indexOf(row.start_minute);
  if (day === -1 || place === -1 || row.end_minute - row.start_minute > grid.length) return null;
  return day * grid.starts.length + place;
}

export function placeOfPeriod(
  grid: WeekGrid,
  period: number,
): { day_of_week: number; start_minute: number } | null {
  const day_of_week = grid.days[Math.floor(period / grid.starts.length)];
  const start_minute = grid.starts[period % grid.starts.length];
  return day_of_week === undefined || start_minute === undefined ? null : { day_of_week, start_minute };
}
