import * as z from 'zod/mini';
import {
  NotificationCategory,
  NotificationChannel,
  NotificationMode,
  NotificationPreset,
} from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.meta({ examples: ['22:00'] }));
/** 1 is Monday, 7 is Sunday. */
const weekday = z.int().check(z.minimum(1), z.maximum(7));

/** Quiet from a time of a weekday on, on the user's clock; `until` not after `from` is on the next day. */
export const QuietWindow = z.strictObject({ weekday, from: clock, until: clock });
export type QuietWindow = z.infer<typeof QuietWindow>;

export const DigestTime = z.strictObject({
  frequency: z.enum(['daily', 'weekly']),
  /** Of a weekly one. */
  weekday,
  time: clock,
});
export type DigestTime = z.infer<typeof DigestTime>;

const ownMode = z.nullable(NotificationMode);

/** What somebody chose for a category beside their preset; `null` follows it. */
export const OwnModes = z.strictObject({
  category: NotificationCategory,
  in_app: ownMode,
  email: ownMode,
  sms: ownMode,
  push: ownMode,
});
export type OwnModes = z.infer<typeof OwnModes>;

/** The channels that nobody can switch off for a category. */
export const MandatoryChannels = z.strictObject({
  category: NotificationCategory,
  channels: z.array(NotificationChannel),
});
export type MandatoryChannels = z.infer<typeof MandatoryChannels>;

export const CourseLevel = z.enum(['muted', 'everything']);
export type CourseLevel = z.infer<typeof CourseLevel>;

export const CourseNotificationSetting = z.object({
  course_id: z.string(),
  name: z.string(),
  level: z.nullable(CourseLevel),
  /** Muted until then; `null`: for good. */
  muted_until: z.nullable(instant),
});
export type CourseNotificationSetting = z.infer<typeof CourseNotificationSetting>;

/** `GET|PATCH /api/me/notification-settings` */
export const NotificationSettings = z.object({
  version: z.int(),
  preset: NotificationPreset,
  /** Only the categories in which the user departs from the preset. */
  own: z.array(OwnModes),
  mandatory: z.array(MandatoryChannels),
  quiet_hours: z.array(QuietWindow),
  /** The stretch of quiet that is on, or comes next. */
  quiet: z.nullable(z.object({ since: instant, until: instant })),
  /** All is put off by hand until then. */
  paused_until: z.nullable(instant),
  digest: DigestTime,
  digest_at: z.nullable(instant),
  /** Whose clock the times are. */
  time_zone: z.string(),
  /** Text messages can reach the user. */
  has_phone: z.boolean(),
  courses: z.array(CourseNotificationSetting),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** `GET|PUT /api/notification-rules`: for each category named, the channels that are mandatory. */
export const NotificationRules = z.object({
  rules: z.array(MandatoryChannels),
  /** The last change, for administrators; `null` for others, and while there was none. */
  changed: z.nullable(
    z.object({ at: instant, by: z.nullable(z.object({ id: z.string(), name: z.string() })) }),
  ),
  version: z.int(),
});
export type NotificationRules = z.infer<typeof NotificationRules>;
