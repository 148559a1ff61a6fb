import * as z from 'zod';
import { Priority } from './announcement';

export const NotificationView = z.object({
  id: z.string(),
  /** What it is about, e.g. `announcement`. */
  kind: z.string(),
  title: z.string(),
  message: z.string(),
  priority: Priority,
  /** A path of this site, or empty. */
  action_url: z.string(),
  correlation_id: z.string(),
  created_at: z.string(),
  read_at: z.string().nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;

/** `GET /api/notifications`, newest first. */
export const NotificationList = z.object({
  items: z.array(NotificationView),
  next_cursor: z.string().nullable(),
});
export type NotificationList = z.infer<typeof NotificationList>;

export const NotificationListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  unread: z.stringbool().default(false),
});

/** `GET /api/notifications/unread-count` */
export const UnreadCount = z.object({ unread_count: z.int() });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** `POST /api/notifications/{id}/read` */
export const NotificationRead = z.object({ id: z.string(), read_at: z.string() });

/** `POST /api/notifications/read-all`: how many were unread until now. */
export const AllNotificationsRead = z.object({ read_count: z.int(), read_at: z.string() });
