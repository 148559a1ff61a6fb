import * as z from 'zod';
import { AttendanceStatus } from './attendance';
import { humanText } from './text';

const date = z.iso.date().refine((day) => day >= '1900-01-01', { error: 'Too long ago' });
/** `HH:MM` up to `23:59`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Must be a time such as 14:30' });

/** As many students as one request may mark. */
export const MOST_MARKS = 1_000;

/** `GET /api/attendance/sessions`: without dates the last two weeks; at most 62 days. */
export const SessionListQuery = z.object({
  from: date.optional(),
  to: date.optional(),
  course_id: z.uuid().optional(),
});
export type SessionListQuery = z.output<typeof SessionListQuery>;

/** `POST /api/attendance/sessions`: a class of the timetable by its entry and the day it was planned for, or an ad hoc one. */
export const OpenSession = z.union([
  z.strictObject({ entry_id: z.uuid(), day: date }),
  z
    .strictObject({
      course_id: z.uuid(),
      day: date,
      start_time: time,
      end_time: time,
      title: humanText(1, 120),
    })
    .refine(({ start_time, end_time }) => end_time > start_time, {
      path: ['end_time'],
      error: 'It would end before it begins',
    }),
]);
export type OpenSession = z.output<typeof OpenSession>;

export const MarkToSave = z.strictObject({
  student_id: z.uuid(),
  /** `null` takes the mark back. */
  status: z.nullable(AttendanceStatus),
  custom_code: humanText(0, 40).default(''),
  /** Left out: stays as it is. */
  remark: humanText(0, 500).optional(),
  /** The version that was seen; another one now is refused with both. Left out: whatever it is. */
  version: z.int().min(0).optional(),
});
export type MarkToSave = z.output<typeof MarkToSave>;

/** `POST /api/attendance/sessions/{id}/marks`: all or nothing. */
export const SaveMarks = z.strictObject({
  marks: z.array(MarkToSave).min(1).max(MOST_MARKS),
  /** Why, once the class is closed. */
  reason: humanText(0, 500).default(''),
});
export type SaveMarks = z.output<typeof SaveMarks>;

/** `POST /api/attendance/sessions/{id}/bulk`: the whole class, or only who has no mark, in one statement and one event. */
export const MarkAll = z.strictObject({
  status: AttendanceStatus,
  only_unmarked: z.boolean().default(true),
  reason: humanText(0, 500).default(''),
});
export type MarkAll = z.output<typeof MarkAll>;
