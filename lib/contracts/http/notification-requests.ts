import * as z from 'zod';
import { Priority } from './announcement';
import { NotificationKind } from './notification';
import { NotificationCategory } from './notification-category';
import { searchText } from './text';

/** A sender's word for what belongs together, as it was sent. */
export const groupKey = () =>
  z
    .string()
    .max(200)
    .refine((key) => !key.includes('\u0000'), { error: 'Must not contain a null character' });

/** Without `archived` the archived ones are left out, with it all others. */
export const NotificationListQuery = z.object({
  cursor: z.string().max(400).optional(),
  /** The `previous_cursor` of a page: what stands before it, and nothing further up. */
  before: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  unread: z.stringbool().default(false),
  archived: z.stringbool().default(false),
  /** What is put off, and nothing else. */
  snoozed: z.stringbool().default(false),
  category: z.optional(NotificationCategory),
  /** Those of one group. */
  group_key: groupKey().optional(),
  kind: z.optional(NotificationKind),
  priority: z.optional(Priority),
  /** Words that title or message hold. */
  query: searchText().optional(),
});
export type NotificationListQuery = z.output<typeof NotificationListQuery>;

/** `POST /api/notifications/seen`: these were shown in an open list. */
export const SeeNotifications = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });
