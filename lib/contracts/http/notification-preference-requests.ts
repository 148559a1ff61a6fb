import * as z from 'zod';
import { NotificationCategory, NotificationMode, NotificationPreset } from './notification-category';
import { CourseLevel, DigestTime, MandatoryChannels, QuietWindow } from './notification-preference';

const instant = z.iso.datetime({ offset: true });
const YEAR_MS = 366 * 86_400_000;
/** Nothing is put off for ever: what waits must come one day. */
const soon = instant.refine((at) => Date.parse(at) < Date.now() + YEAR_MS, {
  error: 'Must be within a year',
});
const future = soon.refine((at) => Date.parse(at) > Date.now(), { error: 'Must be in the future' });

const mode = z.optional(z.nullable(NotificationMode));

/** `PATCH /api/me/notification-settings`: what is left out stays. A preset takes back what departs from it. */
export const ChangeNotificationSettings = z
  .strictObject({
    preset: z.optional(NotificationPreset),
    /** Channels left out stay; `null` follows the preset. */
    own: z
      .array(
        z.strictObject({ category: NotificationCategory, in_app: mode, email: mode, sms: mode, push: mode }),
      )
      .max(NotificationCategory.options.length)
      .refine((rows) => new Set(rows.map((row) => row.category)).size === rows.length, {
        error: 'Name each category once',
      })
      .optional(),
    quiet_hours: z
      .array(QuietWindow)
      .max(28)
      .refine((windows) => windows.every(({ from, until }) => from !== until), {
        error: 'Must end at another time than it begins',
      })
      .optional(),
    paused_until: future.nullable().optional(),
    digest: z.optional(DigestTime),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'Name what to change',
  })
  .meta({ examples: [{ preset: 'quiet' }, { paused_until: null }] });
export type ChangeNotificationSettings = z.output<typeof ChangeNotificationSettings>;

/** `PUT /api/me/notification-settings/courses/{id}` */
export const SetCourseNotifications = z
  .strictObject({ level: CourseLevel, muted_until: future.nullable().default(null) })
  .refine(({ level, muted_until }) => level === 'muted' || muted_until === null, {
    error: 'Only who is muted is so until a time',
    path: ['muted_until'],
  })
  .meta({ examples: [{ level: 'muted', muted_until: null }] });
export type SetCourseNotifications = z.output<typeof SetCourseNotifications>;

/** `PUT /api/notification-rules` */
export const SetNotificationRules = z
  .strictObject({
    rules: z
      .array(MandatoryChannels)
      .max(NotificationCategory.options.length)
      .refine((rows) => new Set(rows.map((row) => row.category)).size === rows.length, {
        error: 'Name each category once',
      }),
  })
  .meta({ examples: [{ rules: [{ category: 'security', channels: ['in_app', 'email'] }] }] });
export type SetNotificationRules = z.output<typeof SetNotificationRules>;
