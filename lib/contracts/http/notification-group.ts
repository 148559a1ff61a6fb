import * as z from 'zod/mini';
import { NotificationCategory } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** Two or more unread notifications of one group, none of them urgent: shown as one, where its newest stands. */
export const NotificationGroup = z.object({
  group_key: z.string(),
  category: NotificationCategory,
  /** The code of the course that they are about. */
  course: z.nullable(z.string()),
  unread_count: z.int(),
  newest_id: z.string(),
  newest_at: instant,
  oldest_at: instant,
});
export type NotificationGroup = z.infer<typeof NotificationGroup>;

/** `GET /api/notifications/groups` */
export const NotificationGroups = z.object({
  items: z.array(NotificationGroup),
  /** What is older stands alone: groups are made of the newest 1,000 unread. `null`: there are not so many. */
  since: z.nullable(instant),
});
export type NotificationGroups = z.infer<typeof NotificationGroups>;
