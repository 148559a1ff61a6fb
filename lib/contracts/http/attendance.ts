import * as z from 'zod/mini';
import { EntryType } from './timetable';

/** What the contract can say of a student in a class. Without one a student is unmarked, which is not present. */
export const AttendanceStatus = z.enum(['present', 'late', 'excused', 'absent']);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

/** How a mark came to be: by a teacher, by the student's own check-in, at the close of the class, from a file, by a correction. */
export const AttendanceSource = z.enum(['roster', 'check_in', 'close', 'import', 'correction']);
export type AttendanceSource = z.infer<typeof AttendanceSource>;

const instant = z.string().check(z.meta({ format: 'date-time' }));
/** `2026-11-27` and `14:30`: the university's local date and time. */
const date = z.string();
const time = z.string();

/** Where one student stands in one class; without a mark `status` is `null` and `version` 0. */
export const AttendanceMark = z.object({
  student_id: z.string(),
  status: z.nullable(AttendanceStatus),
  /** A status of the university's own that counts as `status`; empty: none. */
  custom_code: z.string(),
  remark: z.string(),
  source: z.nullable(AttendanceSource),
  /** Grows with each change; what is sent back to show what was seen. */
  version: z.int(),
});
export type AttendanceMark = z.infer<typeof AttendanceMark>;

export const AttendanceCounts = z.object({
  /** Who is in the course now, or has a mark in this class. */
  students: z.int(),
  present: z.int(),
  late: z.int(),
  excused: z.int(),
  absent: z.int(),
});
export type AttendanceCounts = z.infer<typeof AttendanceCounts>;

/** One class whose attendance can be taken. */
export const AttendanceSession = z.object({
  /** `null`: nobody has opened it yet. */
  id: z.nullable(z.string()),
  /** `null`: an ad hoc one. */
  entry_id: z.nullable(z.string()),
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  /** The day it was planned for; `date` is the day it is held. */
  day: date,
  date,
  start_time: time,
  end_time: time,
  /** Of an ad hoc one: what it is. */
  title: z.string(),
  entry_type: z.nullable(EntryType),
  room: z.nullable(z.object({ id: z.string(), code: z.string() })),
  faculty: z.nullable(z.object({ id: z.string(), name: z.string() })),
  state: z.enum(['planned', 'open', 'closed']),
  /** Nobody can change its marks any more. */
  is_frozen: z.boolean(),
  /** It has not begun, beyond the minutes that one may be early: nothing can be marked yet. */
  is_early: z.boolean(),
  /** Students may check in now. */
  is_checking_in: z.boolean(),
  closed_at: z.nullable(instant),
  version: z.int(),
  counts: AttendanceCounts,
});
export type AttendanceSession = z.infer<typeof AttendanceSession>;

/** `GET /api/attendance/sessions`: by day and time, newest first. */
export const AttendanceSessionList = z.object({
  from: date,
  to: date,
  today: date,
  items: z.array(AttendanceSession),
});
export type AttendanceSessionList = z.infer<typeof AttendanceSessionList>;

export const RosterStudent = z.extend(AttendanceMark, {
  name: z.string(),
  /** A bigint as text; `null`: none. */
  register_no: z.nullable(z.string()),
  /** No longer in the course: a mark given before stays. */
  has_left: z.boolean(),
  marked_by: z.nullable(z.string()),
  marked_at: z.nullable(instant),
  /** Of the five classes before, oldest first; `null`: not marked. */
  recent: z.array(z.nullable(AttendanceStatus)),
});
export type RosterStudent = z.infer<typeof RosterStudent>;

/** `GET /api/attendance/sessions/{id}`: the class and everybody in it, by name. */
export const Roster = z.object({ session: AttendanceSession, students: z.array(RosterStudent) });
export type Roster = z.infer<typeof Roster>;

/** `POST /api/attendance/sessions/{id}/marks`: the marks as they are now, of the students that were named. */
export const MarksSaved = z.object({
  marks: z.array(AttendanceMark),
  counts: AttendanceCounts,
  saved_at: instant,
});
export type MarksSaved = z.infer<typeof MarksSaved>;
