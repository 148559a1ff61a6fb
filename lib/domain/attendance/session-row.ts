import type { AttendanceCounts, AttendanceSession } from '@/lib/contracts/http/attendance';
import { clockTime, clockTimeOf } from '../timetable/clock-time';
import type { HeldMeeting } from '../timetable/expand-meetings';
import { isoDate } from '../timetable/iso-date';
import { dateOfDay, dayNumber } from '../timetable/overlap';
import { universityNow } from '../timetable/university-now';
import type { AttendanceRules } from './rules';

/** A class whose attendance is taken, as the database has it, with the names of its course. */
export interface SessionRow {
  id: string;
  course_id: string;
  course_code: string;
  course_name: string;
  entry_id: string | null;
  day: string;
  held_on: string;
  start_minute: number;
  end_minute: number;
  title: string;
  state: 'open' | 'closed';
  version: number;
  closed_at: Date | null;
  check_in_from: Date | null;
  check_in_until: Date | null;
  late_after: Date | null;
  absent_at_close: boolean;
}

export const SESSION_COLUMNS = `
  session.id, session.course_id, subject.code AS course_code, subject.name AS course_name, session.entry_id,
  ${isoDate('session.day')} AS day, ${isoDate('session.held_on')} AS held_on, session.start_minute, session.end_minute,
  session.title, session.state, session.version, session.closed_at, session.check_in_from, session.check_in_until,
  session.late_after, session.absent_at_close`;

export const SESSION_FROM = `
  FROM attendance_session AS session
  JOIN course ON course.id = session.course_id AND course.deleted_at IS NULL
  JOIN subject ON subject.id = course.subject_id`;

/** SQL, what closing a session sets: its check-in ends with it. */
export const CLOSES = `
  state = 'closed', closed_at = now(), version = version + 1,
  check_in_until = CASE WHEN check_in_from IS NULL THEN NULL ELSE least(check_in_until, now()) END`;

/** SQL over {@link SESSION_FROM}: the class that something is about. */
export const sessionNamed = `jsonb_build_object(
  'id', session.id, 'date', ${isoDate('session.held_on')}, 'start_time', ${clockTimeOf('session.start_minute')},
  'end_time', ${clockTimeOf('session.end_minute')}, 'title', session.title,
  'course', jsonb_build_object('id', course.id, 'code', subject.code, 'name', subject.name))`;

/** What the clock on the campus and the rules say of a class. */
export function phaseOf(
  held: { held_on: string; start_minute: number },
  { rules, timeZone }: { rules: AttendanceRules; timeZone: string },
): { isFrozen: boolean; isEarly: boolean } {
  const now = universityNow(timeZone);
  const today = dayNumber(now.date);
  const day = dayNumber(held.held_on);
  const minutesUntil = (day - today) * 1_440 + held.start_minute - now.minute;
  return {
    isFrozen: dateOfDay(day + rules.freeze_after_days) < now.date,
    isEarly: minutesUntil > rules.open_early_minutes,
  };
}

/** A class as it is shown: what was opened, with what the timetable says of it now. */
export function viewOfSession(
  row: SessionRow,
  given: {
    meeting: HeldMeeting | undefined;
    counts: AttendanceCounts;
    rules: AttendanceRules;
    timeZone: string;
  },
): AttendanceSession {
  const { isFrozen, isEarly } = phaseOf(row, given);
  const { meeting } = given;
  const now = new Date();
  return {
    id: row.id,
    entry_id: row.entry_id,
    course: { id: row.course_id, code: row.course_code, name: row.course_name },
    day: row.day,
    date: row.held_on,
    start_time: clockTime(row.start_minute),
    end_time: clockTime(row.end_minute),
    title: row.title,
    entry_type: meeting?.entry_type ?? null,
    room: meeting?.room ?? null,
    faculty: meeting?.faculty ?? null,
    state: row.state,
    is_frozen: isFrozen,
    is_early: isEarly,
    is_checking_in:
      row.check_in_from !== null &&
      row.check_in_from <= now &&
      (row.check_in_until === null || row.check_in_until > now),
    closed_at: row.closed_at?.toISOString() ?? null,
    version: row.version,
    counts: given.counts,
  };
}
