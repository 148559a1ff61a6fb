import * as z from 'zod/mini';

export const EntryType = z.enum(['lecture', 'lab', 'tutorial', 'exam']);
export type EntryType = z.infer<typeof EntryType>;
export const WeekPattern = z.enum(['every', 'a', 'b']);
export type WeekPattern = z.infer<typeof WeekPattern>;

/** `2026-11-27` and `14:30`: the university's local date and time. */
const date = z.string();
const time = z.string();
const Named = z.object({ id: z.string(), name: z.string() });
const RoomName = z.object({ id: z.string(), code: z.string() });

/** One class on one day, as it is held: with what was changed for this day alone. */
export const Meeting = z.object({
  /** `entry_id/day`. */
  id: z.string(),
  entry_id: z.string(),
  /** The day it is planned for; `date` is the day it is held on. */
  day: date,
  date,
  start_time: time,
  end_time: time,
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  faculty: z.nullable(Named),
  room: z.nullable(RoomName),
  entry_type: EntryType,
  status: z.enum(['planned', 'changed', 'cancelled']),
  /** How it would have been; `null` for what is as planned. */
  planned: z.nullable(
    z.object({
      date,
      start_time: time,
      end_time: time,
      room: z.nullable(RoomName),
      faculty: z.nullable(Named),
    }),
  ),
  message: z.string(),
  /** Of the change that can be taken back. */
  change_id: z.nullable(z.string()),
  /** Whether the caller may change this class on this day. */
  may_change: z.boolean(),
});
export type Meeting = z.infer<typeof Meeting>;

/** `GET /api/timetable/week`: the classes of a person, room or course in one week, Monday first. */
export const Week = z.object({
  /** The Monday and the Sunday. */
  from: date,
  to: date,
  /** A zone such as `Europe/Vienna`; all dates and times are its. */
  time_zone: z.string(),
  /** Where weeks alternate; `null` outside of every term. */
  letter: z.nullable(z.enum(['a', 'b'])),
  term: z.nullable(z.object({ id: z.string(), name: z.string() })),
  days: z.array(z.object({ date, holiday: z.nullable(z.string()) })),
  /** By day and time. */
  meetings: z.array(Meeting),
});
export type Week = z.infer<typeof Week>;

export const RoomView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  building: z.string(),
  capacity: z.int(),
  features: z.array(z.string()),
  version: z.int(),
});
export type RoomView = z.infer<typeof RoomView>;
/** `current` of `room.in_use`: how many classes are planned in the room, in drafts, in what is published, or for one day. */
export const RoomUse = z.object({ class_count: z.int() });
export const RoomList = z.object({ items: z.array(RoomView), next_cursor: z.nullable(z.string()) });

/** `GET /api/rooms/free`: which rooms nobody uses now, and until when (the next class of the day). */
export const FreeRooms = z.object({
  at: time,
  date,
  items: z.array(z.extend(RoomView, { free_until: z.nullable(time) })),
});
export type FreeRooms = z.infer<typeof FreeRooms>;

/** `GET /api/timetable/faculty`; without a time everybody is free. */
export const TeacherList = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), is_free: z.boolean() })),
});
export type TeacherList = z.infer<typeof TeacherList>;

export const HolidayView = z.object({ id: z.string(), term_id: z.string(), day: date, name: z.string() });
export type HolidayView = z.infer<typeof HolidayView>;
/** `POST /api/holidays`: with how many classes of the day are not held any more. */
export const WrittenHoliday = z.extend(HolidayView, { cancelled_count: z.int() });
export type WrittenHoliday = z.infer<typeof WrittenHoliday>;
export const HolidayList = z.object({ items: z.array(HolidayView) });
