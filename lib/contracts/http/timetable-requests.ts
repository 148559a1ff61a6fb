import * as z from 'zod';
import { humanText, searchText } from './text';
import { EntryType, WeekPattern } from './timetable';

const date = z.iso.date();
/** `HH:MM` up to `23:59`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Must be a time such as 14:30' });

/** `GET /api/timetable/week`: without `of` the caller's own. Any day of the week names it; without one it is this week. */
export const WeekQuery = z.object({
  day: date.optional(),
  of: z.enum(['me', 'room', 'faculty', 'course']).default('me'),
  id: z.uuid().optional(),
});
export type WeekQuery = z.output<typeof WeekQuery>;

/** `GET /api/timetable/faculty`: by a part of the name; free at a time that counts when all of it is given. */
export const TeacherQuery = z.object({
  query: searchText().optional(),
  day: date.optional(),
  start_time: time.optional(),
  end_time: time.optional(),
});
export type TeacherQuery = z.output<typeof TeacherQuery>;

/**
 * `POST /api/timetable/changes`: what is different on the day that a class is planned for. What is left out is as planned;
 * an earlier change of the same day is replaced.
 */
export const ChangeClass = z
  .strictObject({
    entry_id: z.uuid(),
    day: date,
    cancelled: z.boolean().default(false),
    new_day: date.nullish(),
    start_time: time.nullish(),
    end_time: time.nullish(),
    room_id: z.uuid().nullish(),
    faculty_id: z.uuid().nullish(),
    message: humanText(0, 500).default(''),
  })
  .superRefine((value, context) => {
    const { start_time, end_time } = value;
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { code: 'before_start' } });
    if ((start_time ?? null) === null && (end_time ?? null) === null) return;
    if (!start_time || !end_time) complain('end_time', 'Give both the start and the end');
    else if (end_time <= start_time) complain('end_time', 'It would end before it begins');
  });
export type ChangeClass = z.output<typeof ChangeClass>;

export const WriteRoom = z.strictObject({
  code: humanText(1, 32),
  name: humanText(0, 200).default(''),
  building: humanText(0, 200).default(''),
  capacity: z.int().min(1).max(100_000),
  features: z.array(humanText(1, 40)).max(20).default([]),
});
export type WriteRoom = z.output<typeof WriteRoom>;

export const WriteHoliday = z.strictObject({ term_id: z.uuid(), day: date, name: humanText(1, 200) });
export type WriteHoliday = z.output<typeof WriteHoliday>;

export const CreateTimetable = z.strictObject({
  term_id: z.uuid(),
  department_id: z.uuid(),
  name: humanText(0, 200).default(''),
});
export type CreateTimetable = z.output<typeof CreateTimetable>;

/** An entry of a draft; the whole of it with every edit. */
export const WriteEntry = z
  .strictObject({
    course_id: z.uuid(),
    faculty_id: z.uuid().nullable().default(null),
    room_id: z.uuid().nullable().default(null),
    entry_type: z._default(EntryType, 'lecture'),
    day_of_week: z.int().min(1).max(7),
    start_time: time.meta({ examples: ['14:00'] }),
    end_time: time.meta({ examples: ['15:30'] }),
    weeks: z._default(WeekPattern, 'every'),
    starts_on: date.nullable().default(null),
    ends_on: date.nullable().default(null),
    is_locked: z.boolean().default(false),
  })
  .superRefine(({ start_time, end_time, starts_on, ends_on }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (end_time <= start_time) complain('end_time', 'It would end before it begins');
    if (starts_on !== null && ends_on !== null && ends_on < starts_on)
      complain('ends_on', 'The last day is before the first');
  });
export type WriteEntry = z.output<typeof WriteEntry>;
