import * as z from 'zod/mini';
import { DepartmentView, Role } from './me';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** How far an announcement has come among those it was last announced to. */
export const ReachCounts = z.object({
  targeted: z.int(),
  delivered: z.int(),
  seen: z.int(),
  acknowledged: z.int(),
  /** Who has still to answer: to acknowledge where that is asked for, to read otherwise. */
  outstanding: z.int(),
});
export type ReachCounts = z.infer<typeof ReachCounts>;

export const ReminderView = z.object({
  id: z.string(),
  /** Seconds between rounds; null for a single one. */
  every_seconds: z.nullable(z.int()),
  rounds: z.int(),
  started_at: instant,
  next_at: z.nullable(instant),
  ended_at: z.nullable(instant),
  end_reason: z.nullable(z.string()),
});
export type ReminderView = z.infer<typeof ReminderView>;

export const Reach = z.object({
  announcement_id: z.string(),
  acknowledgement_required: z.boolean(),
  counts: ReachCounts,
  /** The last one started. */
  reminder: z.nullable(ReminderView),
});
export type Reach = z.infer<typeof Reach>;

export const ReachState = z.enum(['outstanding', 'acknowledged', 'seen', 'delivered', 'undelivered']);

export const ReachPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  department: z.nullable(DepartmentView),
  delivered_at: z.nullable(instant),
  seen_at: z.nullable(instant),
  read_at: z.nullable(instant),
  acknowledged_at: z.nullable(instant),
});
export type ReachPerson = z.infer<typeof ReachPerson>;

/** `GET /api/announcements/{id}/reach`: the board, and a page of the people behind it, by name. */
export const ReachBoard = z.extend(Reach, {
  people: z.array(ReachPerson),
  next_cursor: z.nullable(z.string()),
});
export type ReachBoard = z.infer<typeof ReachBoard>;
