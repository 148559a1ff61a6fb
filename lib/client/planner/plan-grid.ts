import type { PlanEntry } from '@/lib/contracts/http/plan';

/** Pixels of an hour on the board. */
export const HOUR_PX = 56;
const STEP_MINUTES = 15;
const DAY_MINUTES = 24 * 60;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** From which to which hour the board shows: the usual day, and whatever lies outside of it. */
export function hoursOf(entries: readonly PlanEntry[]): { from: number; to: number } {
  const starts = entries.map(({ start_time }) => Math.floor(minutesOf(start_time) / 60));
  const ends = entries.map(({ end_time }) => Math.ceil(minutesOf(end_time) / 60));
  return { from: Math.min(8, ...starts), to: Math.max(18, ...ends) };
}

/** Monday to Friday, and the weekend when something lies there. */
export function daysOf(entries: readonly PlanEntry[]): number[] {
  const last = Math.max(5, ...entries.map(({ day_of_week }) => day_of_week));
  return Array.from({ length: last }, (_, index) => index + 1);
}

export interface Lane {
  readonly entry: PlanEntry;
  /** Which of so many beside each other. */
  readonly lane: number;
  readonly lanes: number;
}

/** The classes of one day beside each other where they overlap; a row of overlapping ones shares its width. */
export function lanesOf(entries: readonly PlanEntry[]): Lane[] {
  const sorted = [...entries].sort((a, b) => a.start_time.localeCompare(b.start_time));
  const placed: Lane[] = [];
  let cluster: { entry: PlanEntry; lane: number }[] = [];
  let ends: string[] = [];
  const close = () => {
    placed.push(...cluster.map((each) => ({ ...each, lanes: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const entry of sorted) {
    if (ends.every((end) => end <= entry.start_time)) close();
    const free = ends.findIndex((end) => end <= entry.start_time);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = entry.end_time;
    cluster.push({ entry, lane });
  }
  close();
  return placed;
}

export type Place = Pick<PlanEntry, 'day_of_week' | 'start_time' | 'end_time'>;

/** Where a class would lie after it was dragged that far; it stays on the board and keeps its length. */
export function placeAfter(
  entry: Place,
  delta: { x: number; y: number },
  board: { columnPx: number; days: number },
): Place {
  const [start, end] = [minutesOf(entry.start_time), minutesOf(entry.end_time)];
  const columns = board.columnPx > 0 ? Math.round(delta.x / board.columnPx) : 0;
  const day_of_week = Math.min(board.days, Math.max(1, entry.day_of_week + columns));
  const moved = Math.round((delta.y / HOUR_PX) * (60 / STEP_MINUTES)) * STEP_MINUTES;
  const latest = DAY_MINUTES - 1 - (end - start);
  const from = Math.min(latest, Math.max(0, start + moved));
  return { day_of_week, start_time: clockOf(from), end_time: clockOf(from + end - start) };
}
