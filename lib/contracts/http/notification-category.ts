import * as z from 'zod/mini';

/** What sort of thing a notification tells of: a row of everybody's preferences and a tab of the inbox. */
export const NotificationCategory = z.enum([
  'announcement',
  'timetable',
  'attendance',
  'course',
  'material',
  'message',
  'discussion',
  'security',
  'other',
]);
export type NotificationCategory = z.infer<typeof NotificationCategory>;

/** The ways to a recipient. */
export const NotificationChannel = z.enum(['in_app', 'email', 'sms', 'push']);
export type NotificationChannel = z.infer<typeof NotificationChannel>;

/** What somebody wants of a category on a channel: at once, not at all, or gathered in the next digest. */
export const NotificationMode = z.enum(['on', 'off', 'digest']);
export type NotificationMode = z.infer<typeof NotificationMode>;

export const NotificationPreset = z.enum(['everything', 'important', 'quiet']);
export type NotificationPreset = z.infer<typeof NotificationPreset>;

/**
 * What decided that a notification was not shown at once; empty where nothing did.
 * `off`: the preference says so. `course_muted`: the reader has muted its course. `digest`: the preference gathers it.
 * `quiet`: quiet hours. `paused`: all is put off by hand. `throttled`: too many of its group had come. `snoozed`: put off
 * by hand, this one.
 */
export const NotificationDecision = z.enum([
  '',
  'off',
  'course_muted',
  'digest',
  'quiet',
  'paused',
  'throttled',
  'snoozed',
]);
export type NotificationDecision = z.infer<typeof NotificationDecision>;

const categories: Readonly<Record<string, NotificationCategory>> = {
  announcement: 'announcement',
  announcement_update: 'announcement',
  reminder: 'announcement',
  timetable: 'timetable',
  enrollment: 'course',
  teaching: 'course',
  course: 'course',
  content: 'material',
  material: 'material',
  message: 'message',
  forum: 'discussion',
  discussion: 'discussion',
  security: 'security',
};

/** The category of a `notification_type`, which may be another service's own word. */
export function categoryOf(kind: string): NotificationCategory {
  if (kind.startsWith('attendance')) return 'attendance';
  return (Object.hasOwn(categories, kind) ? categories[kind] : undefined) ?? 'other';
}
