import type { Meeting } from '@/lib/contracts/http/timetable';
import { clockTime } from './clock-time';
import { type EntryRow, slotOfRow } from './entry-row';
import { dateOfDay, dayNumber, isHeldOn } from './overlap';

/** What is different on one day of a class, as the database has it. Without any difference: a change that was taken back. */
export interface ChangeRow {
  id: string;
  entry_id: string;
  day: string;
  is_cancelled: boolean;
  new_day: string | null;
  start_minute: number | null;
  end_minute: number | null;
  room_id: string | null;
  room_code: string | null;
  faculty_id: string | null;
  faculty_name: string | null;
  message: string;
  sequence: number;
}

export type HeldMeeting = Omit<Meeting, 'may_change'> & { readonly department_id: string };

/**
 * The classes that are held between two dates (both included), by day and time, with what was changed for single days. On
 * a holiday of its term a class is not held, unless it was moved there.
 */
export function expandMeetings(
  entries: readonly EntryRow[],
  changes: readonly ChangeRow[],
  holidays: ReadonlySet<string>,
  range: { from: string; to: string },
): HeldMeeting[] {
  const changesOf = new Map<string, Map<string, ChangeRow>>();
  for (const change of changes) {
    const own = changesOf.get(change.entry_id) ?? new Map();
    changesOf.set(change.entry_id, own.set(change.day, change));
  }
  const meetings = entries.flatMap((entry) => {
    const own = changesOf.get(entry.entry_id) ?? new Map<string, ChangeRow>();
    return daysOf(entry, own, holidays, range).map((day) => meetingOf(entry, day, own.get(day)));
  });
  return meetings
    .filter(({ date }) => date >= range.from && date <= range.to)
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

const orderOf = ({ date, start_time, course }: HeldMeeting) => `${date} ${start_time} ${course.code}`;

/** The planned days that lie in the range, or that were moved into it. */
function daysOf(
  entry: EntryRow,
  changes: ReadonlyMap<string, ChangeRow>,
  holidays: ReadonlySet<string>,
  { from, to }: { from: string; to: string },
): string[] {
  const slot = slotOfRow(entry);
  if (!slot) return [];
  const days = new Set<string>();
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = dateOfDay(day);
    const isFree = holidays.has(`${entry.term_id} ${date}`) && !changes.get(date)?.new_day;
    if (isHeldOn(slot, day) && !isFree) days.add(date);
  }
  for (const { day, new_day } of changes.values())
    if (new_day !== null && new_day >= from && new_day <= to && isHeldOn(slot, dayNumber(day))) days.add(day);
  return [...days];
}

/** The class on one day that it is planned for. */
export function meetingOf(entry: EntryRow, day: string, change: ChangeRow | undefined): HeldMeeting {
  const planned = {
    date: day,
    start_time: clockTime(entry.start_minute),
    end_time: clockTime(entry.end_minute),
    room: entry.room_id && entry.room_code ? { id: entry.room_id, code: entry.room_code } : null,
    faculty:
      entry.faculty_id && entry.faculty_name ? { id: entry.faculty_id, name: entry.faculty_name } : null,
  };
  const common = {
    id: `${entry.entry_id}/${day}`,
    entry_id: entry.entry_id,
    department_id: entry.department_id,
    day,
    course: { id: entry.course_id, code: entry.course_code, name: entry.course_name },
    entry_type: entry.entry_type,
  };
  if (!change || !differs(change))
    return { ...common, ...planned, status: 'planned', planned: null, message: '', change_id: null };
  const start = change.start_minute === null ? planned.start_time : clockTime(change.start_minute);
  const end = change.end_minute === null ? planned.end_time : clockTime(change.end_minute);
  const held = {
    date: change.new_day ?? day,
    start_time: start,
    end_time: end,
    room: change.room_id && change.room_code ? { id: change.room_id, code: change.room_code } : planned.room,
    faculty:
      change.faculty_id && change.faculty_name
        ? { id: change.faculty_id, name: change.faculty_name }
        : planned.faculty,
  };
  const status = change.is_cancelled ? 'cancelled' : 'changed';
  return { ...common, ...held, status, planned, message: change.message, change_id: change.id };
}

export const differs = (change: ChangeRow): boolean =>
  change.is_cancelled ||
  change.message !== '' ||
  [change.new_day, change.start_minute, change.end_minute, change.room_id, change.faculty_id].some(
    (value) => value !== null,
  );
