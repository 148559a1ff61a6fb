import * as z from 'zod';
import { ReachState } from './reach';
import { searchText } from './text';

export const ReachQuery = z.object({
  state: z.optional(ReachState),
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
