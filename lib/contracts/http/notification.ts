import * as z from 'zod';
import { Priority } from './announcement';
import { searchText } from './text';

const instant = z.string().meta({ format: 'date-time' });

export const NotificationView = z.object({
  id: z.string(),
  /** What it is about: `announcement`, `announcement_update`, `reminder`, or another service's word. */
  kind: z.string(),
  title: z.string(),
  message: z.string(),
  priority: Priority,
  /** A path of this site, or empty. */
  action_url: z.string(),
  correlation_id: z.string(),
  created_at: instant,
  /** First shown in an open list. */
  seen_at: instant.nullable(),
  /** Opened, or marked so. */
  read_at: instant.nullable(),
  archived_at: instant.nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;

/** `GET /api/notifications`, newest first. */
export const NotificationList = z.object({
  items: z.array(NotificationView),
  next_cursor: z.string().nullable(),
});
export type NotificationList = z.infer<typeof NotificationList>;

export const NotificationKind = z.enum(['announcement', 'announcement_update', 'reminder']);

/** Without `archived` the archived ones are left out, with it all others. */
export const NotificationListQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  unread: z.stringbool().default(false),
  archived: z.stringbool().default(false),
  kind: NotificationKind.optional(),
  priority: Priority.optional(),
  /** Words that title or message hold. */
  query: searchText().optional(),
});
export type NotificationListQuery = z.output<typeof NotificationListQuery>;

/** The most that is counted; a badge shows "99+" long before. */
export const MOST_UNREAD_COUNTED = 1_000;

/** `GET /api/notifications/unread-count`: unread and not archived, counted up to 1,000. */
export const UnreadCount = z.object({ unread_count: z.int().max(MOST_UNREAD_COUNTED) });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** `POST /api/notifications/{id}/read` */
export const NotificationRead = z.object({ id: z.string(), read_at: instant });

/** What can be done with one's own notifications beside reading: `POST /api/notifications/{id}/unread|archive|restore`. */
export const NotificationChange = z.enum(['seen', 'unread', 'archived', 'restored']);
export type NotificationChange = z.infer<typeof NotificationChange>;

export const NotificationChanged = z.object({ id: z.string(), at: instant });
export type NotificationChanged = z.infer<typeof NotificationChanged>;

/** `POST /api/notifications/seen`: these were shown in an open list. Answers how many were new to it. */
export const SeeNotifications = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });
export const NotificationsSeen = z.object({ seen_count: z.int(), seen_at: instant });

/** `POST /api/notifications/read-all`: how many were unread until now. */
export const AllNotificationsRead = z.object({ read_count: z.int(), read_at: instant });
