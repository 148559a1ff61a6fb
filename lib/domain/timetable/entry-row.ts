import { isoDate } from './iso-date';
import { type Slot, slotOf, type TermDates, type WeeklyClass } from './overlap';

/** An entry as the database has it, with the names of what it points to. */
export interface EntryRow {
  entry_id: string;
  timetable_id: string;
  term_id: string;
  term_starts_on: string;
  term_ends_on: string;
  department_id: string;
  course_id: string;
  course_code: string;
  course_name: string;
  faculty_id: string | null;
  faculty_name: string | null;
  room_id: string | null;
  room_code: string | null;
  entry_type: 'lecture' | 'lab' | 'tutorial' | 'exam';
  day_of_week: number;
  start_minute: number;
  end_minute: number;
  weeks: 'every' | 'a' | 'b';
  starts_on: string | null;
  ends_on: string | null;
  is_locked: boolean;
  version: number;
}

export const ENTRY_COLUMNS = `
  entry.entry_id, entry.timetable_id, entry.course_id, entry.faculty_id, entry.room_id, entry.entry_type,
  entry.day_of_week, entry.start_minute, entry.end_minute, entry.weeks, entry.is_locked, entry.version,
  ${isoDate('entry.starts_on')} AS starts_on, ${isoDate('entry.ends_on')} AS ends_on,
  timetable.department_id, term.id AS term_id,
  ${isoDate('term.starts_on')} AS term_starts_on, ${isoDate('term.ends_on')} AS term_ends_on,
  subject.code AS course_code, subject.name AS course_name,
  teacher.name AS faculty_name, room.code AS room_code`;

export const ENTRY_FROM = `
  FROM timetable_entry AS entry
  JOIN timetable ON timetable.id = entry.timetable_id
  JOIN term ON term.id = timetable.term_id
  JOIN course ON course.id = entry.course_id AND course.deleted_at IS NULL
  JOIN subject ON subject.id = course.subject_id
  LEFT JOIN app_user AS teacher ON teacher.id = entry.faculty_id
  LEFT JOIN room ON room.id = entry.room_id`;

export const termOf = (row: EntryRow): TermDates => ({
  startsOn: row.term_starts_on,
  endsOn: row.term_ends_on,
});

export const weeklyOf = (row: EntryRow): WeeklyClass => ({
  dayOfWeek: row.day_of_week,
  startMinute: row.start_minute,
  endMinute: row.end_minute,
  weeks: row.weeks,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

/** The days on which it is held; `null` when its dates leave none. */
export const slotOfRow = (row: EntryRow): Slot | null => slotOf(weeklyOf(row), termOf(row));
