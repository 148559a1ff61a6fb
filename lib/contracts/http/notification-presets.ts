import type {
  NotificationCategory,
  NotificationChannel,
  NotificationMode,
  NotificationPreset,
} from './notification-category';

type Modes = Readonly<Record<NotificationChannel, NotificationMode>>;

const row = (
  in_app: NotificationMode,
  email: NotificationMode,
  push: NotificationMode,
  sms = off,
): Modes => ({
  in_app,
  email,
  push,
  sms,
});
const on = 'on' satisfies NotificationMode;
const off: NotificationMode = 'off';
const digest = 'digest' satisfies NotificationMode;

const all = row(on, on, on);
const quiet = row(on, digest, off);

/**
 * What each preset says, by category and channel. The ordinary one, `important`, gathers nothing: whoever has never chosen
 * has no time of a digest.
 */
export const presets: Readonly<Record<NotificationPreset, Readonly<Record<NotificationCategory, Modes>>>> = {
  everything: {
    announcement: all,
    timetable: row(on, on, on, on),
    attendance: all,
    course: all,
    material: all,
    message: all,
    discussion: all,
    security: row(on, on, on, on),
    other: all,
  },
  important: {
    announcement: row(on, off, on),
    timetable: row(on, off, on),
    attendance: row(on, off, on),
    course: row(on, off, on),
    material: row(on, off, off),
    message: row(on, off, on),
    discussion: row(on, off, off),
    security: row(on, off, on),
    other: row(on, off, off),
  },
  quiet: {
    announcement: quiet,
    timetable: row(on, off, on),
    attendance: quiet,
    course: quiet,
    material: row(digest, off, off),
    message: row(on, off, off),
    discussion: row(digest, off, off),
    security: row(on, on, off),
    other: row(digest, off, off),
  },
};
