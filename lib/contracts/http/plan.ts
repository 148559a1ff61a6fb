import * as z from 'zod/mini';
import { EntryType, WeekPattern } from './timetable';

/** `2026-11-27` and `14:30`: the university's local date and time. */
const date = z.string();
const time = z.string();

/** The weekly plan of one department in one term. */
export const TimetableView = z.object({
  id: z.string(),
  term: z.object({ id: z.string(), name: z.string(), starts_on: date, ends_on: date }),
  department: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  /** `null` before the first time. */
  published_at: z.nullable(z.string()),
  /** Classes a week in the draft. */
  entry_count: z.int(),
  /** Grows with every change of the draft. */
  version: z.int(),
});
export type TimetableView = z.infer<typeof TimetableView>;
export const TimetableList = z.object({
  items: z.array(TimetableView),
  next_cursor: z.nullable(z.string()),
});
export type TimetableList = z.infer<typeof TimetableList>;

/** One class of the week. */
export const PlanEntry = z.object({
  entry_id: z.string(),
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  faculty: z.nullable(z.object({ id: z.string(), name: z.string() })),
  room: z.nullable(z.object({ id: z.string(), code: z.string() })),
  entry_type: EntryType,
  /** 1 is Monday, 7 is Sunday. */
  day_of_week: z.int(),
  start_time: time,
  end_time: time,
  weeks: WeekPattern,
  /** Between which dates it takes place, both included; `null`: the term's. */
  starts_on: z.nullable(date),
  ends_on: z.nullable(date),
  /** The scheduler leaves it where it is. */
  is_locked: z.boolean(),
  version: z.int(),
});
export type PlanEntry = z.infer<typeof PlanEntry>;

export const ConflictKind = z.enum(['room', 'faculty', 'students', 'capacity', 'unavailable']);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** What is needed twice at one moment, too small, or not to be had then. */
export const PlanConflict = z.object({
  kind: ConflictKind,
  /** Publishing refuses it without a reason: nobody can be in two places. */
  is_hard: z.boolean(),
  /** Those of this plan that are in it: one or two. */
  entry_ids: z.array(z.string()),
  /** When both are held. */
  day_of_week: z.int(),
  start_time: time,
  end_time: time,
  /** The classes: `CS204`. The second is of another timetable where there is one entry of this plan. */
  courses: z.array(z.string()),
  /** The room, the teacher, or the course that cannot be taught then; empty for students. */
  who: z.string(),
  /** Who would have to be in two places, or needs a seat. */
  students: z.nullable(z.int()),
  seats: z.nullable(z.int()),
});
export type PlanConflict = z.infer<typeof PlanConflict>;

/** `GET /api/timetables/{id}`: the draft. */
export const Plan = z.object({
  timetable: TimetableView,
  entries: z.array(PlanEntry),
  conflicts: z.array(PlanConflict),
  /** In how many classes the draft differs from what readers see. */
  unpublished: z.int(),
  /** How many classes courses should have a week beyond those that the draft gives them. */
  missing: z.int(),
});
export type Plan = z.infer<typeof Plan>;

/** An entry as it was written, with the conflicts it is in. */
export const WrittenEntry = z.object({ entry: PlanEntry, conflicts: z.array(PlanConflict) });
export type WrittenEntry = z.infer<typeof WrittenEntry>;

export const ConflictPreview = z.object({ conflicts: z.array(PlanConflict) });
export type ConflictPreview = z.infer<typeof ConflictPreview>;

/** What of an entry readers see. */
export const PlanField = z.enum([
  'course',
  'faculty',
  'room',
  'entry_type',
  'day_of_week',
  'start_time',
  'end_time',
  'weeks',
  'starts_on',
  'ends_on',
]);
export type PlanField = z.infer<typeof PlanField>;

/** `GET /api/timetables/{id}/diff`: what publishing the draft changes for readers. */
export const PlanDiff = z.object({
  timetable_id: z.string(),
  /** Of the draft: publishing names it. */
  version: z.int(),
  added: z.array(PlanEntry),
  changed: z.array(z.object({ before: PlanEntry, after: PlanEntry, fields: z.array(PlanField) })),
  removed: z.array(PlanEntry),
  conflicts: z.array(PlanConflict),
  /** Students and teachers who are told. */
  people: z.int(),
});
export type PlanDiff = z.infer<typeof PlanDiff>;
