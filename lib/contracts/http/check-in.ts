import * as z from 'zod/mini';
import { AttendanceSource, AttendanceStatus } from './attendance';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** Which class it is. Date and times are the university's local ones. */
const CheckInClass = z.object({
  session_id: z.string(),
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  /** Of an ad hoc class: what it is. */
  title: z.string(),
  date: z.string(),
  start_time: z.string(),
  end_time: z.string(),
});

/** One who is in the course, or has a mark or a check-in in this class, as the wall shows it. */
export const WallStudent = z.object({
  student_id: z.string(),
  name: z.string(),
  /** `null`: no mark yet. */
  status: z.nullable(AttendanceStatus),
  source: z.nullable(AttendanceSource),
  /** Of the mark; 0 without one. */
  version: z.int(),
  checked_in_at: z.nullable(instant),
  /** Why the check-in is worth a look; `null`: it is not, or somebody has looked. It counts all the same. */
  doubt: z.nullable(z.enum(['same_device'])),
});
export type WallStudent = z.infer<typeof WallStudent>;

/** `GET /api/attendance/sessions/{id}/check-in`: a class and who has checked in, for who stands in front of it. */
export const CheckInWall = z.object({
  ...CheckInClass.shape,
  state: z.enum(['open', 'closed']),
  /** Codes are shown and taken. */
  is_checking_in: z.boolean(),
  /** When it ends by itself; `null`: when it is stopped, or the class closed. */
  ends_at: z.nullable(instant),
  /** Who comes after it is late; `null`: nobody is. */
  late_after: z.nullable(instant),
  /** Who has no mark when the class is closed is absent then. */
  absent_at_close: z.boolean(),
  /** When the class begins, and from when on who comes is late by the university's rules. */
  begins_at: instant,
  usual_late_after: instant,
  server_time: instant,
  /** By name. */
  students: z.array(WallStudent),
});
export type CheckInWall = z.infer<typeof CheckInWall>;

/** `GET /api/attendance/sessions/{id}/check-in/code`: what the wall shows at this moment. All times are the server's. */
export const CheckInCode = z.object({
  /** A drawing of the QR code, dots one unit wide; it holds the address of the check-in page with the token in its fragment. */
  qr: z.object({ size: z.int(), path: z.string() }),
  address: z.string(),
  /** Six characters to type in its place. */
  code: z.string(),
  server_time: instant,
  /** When the next one is to be asked for. */
  changes_at: instant,
  /** From when on it is not taken any more. */
  ends_at: instant,
});
export type CheckInCode = z.infer<typeof CheckInCode>;

/** `POST /api/check-in`: where and when the student has checked in; a second time as the first. */
export const CheckedIn = z.object({
  ...CheckInClass.shape,
  checked_in_at: instant,
  is_late: z.boolean(),
  /** What stands in the record now: a teacher may have set it by hand. */
  status: z.nullable(AttendanceStatus),
});
export type CheckedIn = z.infer<typeof CheckedIn>;
