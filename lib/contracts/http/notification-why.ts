import * as z from 'zod/mini';
import { TargetAudience } from './announcement';
import { NotificationCategory, NotificationChannel, NotificationDecision } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** Whom a notification was for. Users who were named are counted; departments and courses are called by name. */
export const ExplainedAudience = z.object({
  target_audience: TargetAudience,
  roles: z.array(z.string()),
  departments: z.array(z.string()),
  courses: z.array(z.string()),
  users: z.int(),
});
export type ExplainedAudience = z.infer<typeof ExplainedAudience>;

/** Why somebody got a notification, or did not. */
export const NotificationWhy = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  message: z.string(),
  category: NotificationCategory,
  /** The course that it is about. */
  course: z.nullable(z.string()),
  created_at: instant,
  /** The event that caused it; what is not known of it any more is null. */
  event: z.object({
    id: z.string(),
    type: z.nullable(z.string()),
    service: z.nullable(z.string()),
    at: z.nullable(instant),
  }),
  /** `null` where it was written before this was kept. */
  audience: z.nullable(ExplainedAudience),
  /**
   * What chose the way to the reader's browser: the name of their preset, their `own` choice for the category, the `course`
   * that is muted or wanted whole, or that it is `mandatory`.
   */
  chosen_by: z.enum(['important', 'everything', 'quiet', 'own', 'course', 'mandatory']),
  decision: NotificationDecision,
  /** It is in the inbox. */
  is_shown: z.boolean(),
  /** When what holds it back is over; null: it is shown, or never will be. */
  held_until: z.nullable(instant),
  /** The other channels that it went by, and those that wait with it. */
  went_by: z.array(NotificationChannel),
  waits_for: z.array(NotificationChannel),
  /** The brief or digest that told of it when it was released. */
  brief: z.nullable(z.object({ id: z.string(), title: z.string(), at: instant })),
});
export type NotificationWhy = z.infer<typeof NotificationWhy>;

/** `GET /api/notifications/withheld`: what the caller was not shown, newest first. */
export const WithheldNotifications = z.object({
  items: z.array(NotificationWhy),
  next_cursor: z.nullable(z.string()),
});

/** `GET /api/people/{id}/notification-decisions` */
export const NotificationDecisions = z.object({
  items: z.array(NotificationWhy),
  /** Notifications of the event that were not for this person. */
  not_for: z.array(z.object({ id: z.string(), title: z.string(), audience: z.nullable(ExplainedAudience) })),
});
export type NotificationDecisions = z.infer<typeof NotificationDecisions>;
