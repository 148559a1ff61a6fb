import * as z from 'zod/mini';
import { NotificationChannel, NotificationDecision } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** What has become of a notification in the browser of its reader. */
export const InAppTrail = z.object({
  queued_at: instant,
  /** Not shown before then; `null`: shown at once, or never. */
  held_until: z.nullable(instant),
  is_never_shown: z.boolean(),
  /** What decided that it is held back. */
  decision: NotificationDecision,
  /** When a first screen acknowledged it. */
  delivered_at: z.nullable(instant),
  /** How many screens have. */
  screen_count: z.int(),
  seen_at: z.nullable(instant),
  read_at: z.nullable(instant),
});
export type InAppTrail = z.infer<typeof InAppTrail>;

/** What has become of it on one of its other ways. */
export const DeliveryTrail = z.object({
  id: z.string(),
  channel: NotificationChannel,
  status: z.enum(['queued', 'sent', 'delivered', 'failed']),
  attempt_count: z.int(),
  queued_at: instant,
  sent_at: z.nullable(instant),
  /** Of pushes alone: the browser has said that it arrived. */
  delivered_at: z.nullable(instant),
  failed_at: z.nullable(instant),
  /** When it is tried next. */
  next_try_at: z.nullable(instant),
  /** What the channel said at the last attempt that failed. */
  error: z.nullable(z.string()),
});
export type DeliveryTrail = z.infer<typeof DeliveryTrail>;

/** `GET /api/notifications/{id}/trail` */
export const NotificationTrail = z.object({
  notification_id: z.string(),
  user_id: z.string(),
  in_app: z.nullable(InAppTrail),
  deliveries: z.array(DeliveryTrail),
});
export type NotificationTrail = z.infer<typeof NotificationTrail>;
