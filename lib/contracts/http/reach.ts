import * as z from 'zod';
import { DepartmentView, Role } from './me';
import { searchText } from './text';

const instant = z.string().meta({ format: 'date-time' });

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
  every_seconds: z.int().nullable(),
  rounds: z.int(),
  started_at: instant,
  next_at: instant.nullable(),
  ended_at: instant.nullable(),
  end_reason: z.string().nullable(),
});
export type ReminderView = z.infer<typeof ReminderView>;

export const Reach = z.object({
  announcement_id: z.string(),
  acknowledgement_required: z.boolean(),
  counts: ReachCounts,
  /** The last one started. */
  reminder: ReminderView.nullable(),
});
export type Reach = z.infer<typeof Reach>;

export const ReachState = z.enum(['outstanding', 'acknowledged', 'seen', 'delivered', 'undelivered']);

export const ReachPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  department: DepartmentView.nullable(),
  delivered_at: instant.nullable(),
  seen_at: instant.nullable(),
  read_at: instant.nullable(),
  acknowledged_at: instant.nullable(),
});
export type ReachPerson = z.infer<typeof ReachPerson>;

/** `GET /api/announcements/{id}/reach`: the board, and a page of the people behind it, by name. */
export const ReachBoard = Reach.extend({
  people: z.array(ReachPerson),
  next_cursor: z.string().nullable(),
});
export type ReachBoard = z.infer<typeof ReachBoard>;

export const ReachQuery = z.object({
  state: ReachState.optional(),
  query: searchText().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReachQuery = z.output<typeof ReachQuery>;

/** `POST /api/announcements/{id}/remind`: once, or again each hour or day until everybody has answered. */
export const RemindAnnouncement = z.strictObject({
  every: z.enum(['once', 'hour', 'day']).default('once'),
});
export type RemindAnnouncement = z.output<typeof RemindAnnouncement>;
