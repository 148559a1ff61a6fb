import * as z from 'zod/mini';
import { Priority } from './announcement';
import { MOST_UNREAD_COUNTED } from './most-unread';
import { NotificationCategory } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

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
  seen_at: z.nullable(instant),
  /** Opened, or marked so. */
  read_at: z.nullable(instant),
  archived_at: z.nullable(instant),
  /** When what it says stopped being true; another notification says why. It counts as read from then on. */
  withdrawn_at: z.nullable(instant),
  category: NotificationCategory,
  /** Those of one group are shown as one; empty: stands alone. */
  group_key: z.string(),
  /** Put off by its reader until then: in no list but that of what is put off. */
  snoozed_until: z.nullable(instant),
});
export type NotificationView = z.infer<typeof NotificationView>;

/** `GET /api/notifications`, newest first. */
export const NotificationList = z.object({
  items: z.array(NotificationView),
  next_cursor: z.nullable(z.string()),
  /** For `before`: what is newer than this page. `null`: nothing was. */
  previous_cursor: z.optional(z.nullable(z.string())),
});
export type NotificationList = z.infer<typeof NotificationList>;

export const NotificationKind = z.enum(['announcement', 'announcement_update', 'reminder']);

/** `GET /api/notifications/unread-count`: unread and not archived, counted up to 1,000. */
export const UnreadCount = z.object({ unread_count: z.int().check(z.maximum(MOST_UNREAD_COUNTED)) });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** `POST /api/notifications/{id}/read` */
export const NotificationRead = z.object({ id: z.string(), read_at: instant });

/** What can be done with one's own notifications beside reading: `POST /api/notifications/{id}/unread|archive|restore`. */
export const NotificationChange = z.enum(['seen', 'unread', 'archived', 'restored', 'snoozed', 'woken']);
export type NotificationChange = z.infer<typeof NotificationChange>;

export const NotificationChanged = z.object({ id: z.string(), at: instant });
export type NotificationChanged = z.infer<typeof NotificationChanged>;

/** What `POST /api/notifications/bulk` does with several; `woken` takes back that they were put off. */
export const NotificationBulkChange = z.enum(['read', 'unread', 'archived', 'restored', 'snoozed', 'woken']);
export type NotificationBulkChange = z.infer<typeof NotificationBulkChange>;

/** Those that it has changed. */
export const NotificationsChanged = z.object({ ids: z.array(z.string()), at: instant });
export type NotificationsChanged = z.infer<typeof NotificationsChanged>;

/** How many were new to it. */
export const NotificationsSeen = z.object({ seen_count: z.int(), seen_at: instant });

/** `POST /api/notifications/read-all`: how many were unread until now. */
export const AllNotificationsRead = z.object({ read_count: z.int(), read_at: instant });
