import type { HandlerTable } from '@/lib/contracts/events/consumer-groups';
import type { Handler } from '../../run-group';
import { onAnnouncementPublished, onAnnouncementUpdated } from './on-announcement-published';
import { onAttendanceBulkMarked, onAttendanceMarked, onAttendanceUpdated } from './on-attendance-changed';
import { onCancelNotification, onSendBulk, onSingleCommand } from './on-command';
import { onLowAttendanceAlert } from './on-low-attendance-alert';
import { onProfileUpdated } from './on-profile-updated';

/** What the notification service does about each event it reads. */
export const notificationTable: HandlerTable<'notification-service-group', Handler> = {
  ANNOUNCEMENT_CREATED: 'ignore',
  ANNOUNCEMENT_PUBLISHED: onAnnouncementPublished,
  ANNOUNCEMENT_UPDATED: onAnnouncementUpdated,
  ANNOUNCEMENT_DELETED: 'ignore',
  ANNOUNCEMENT_EXPIRED: 'ignore',
  ANNOUNCEMENT_SCHEDULED: 'ignore',

  ATTENDANCE_MARKED: onAttendanceMarked,
  ATTENDANCE_UPDATED: onAttendanceUpdated,
  ATTENDANCE_BULK_MARKED: onAttendanceBulkMarked,
  LOW_ATTENDANCE_ALERT: onLowAttendanceAlert,
  ATTENDANCE_REPORT_GENERATED: 'ignore',

  CONTENT_CREATED: 'ignore',
  CONTENT_UPDATED: 'ignore',
  CONTENT_DELETED: 'ignore',
  CONTENT_PUBLISHED: 'ignore',
  CONTENT_UNPUBLISHED: 'ignore',
  CONTENT_VERSIONED: 'ignore',
  CONTENT_ACCESSED: 'ignore',
  CONTENT_SHARED: 'ignore',
  CONTENT_PERMISSION_GRANTED: 'ignore',
  CONTENT_PERMISSION_REVOKED: 'ignore',

  SEND_EMAIL: onSingleCommand,
  SEND_SMS: onSingleCommand,
  SEND_PUSH: onSingleCommand,
  SEND_IN_APP: onSingleCommand,
  SEND_BULK: onSendBulk,
  SCHEDULE_NOTIFICATION: onSingleCommand,
  CANCEL_NOTIFICATION: onCancelNotification,

  USER_CREATED: 'ignore',
  USER_UPDATED: 'ignore',
  USER_DELETED: 'ignore',
  USER_ACTIVATED: 'ignore',
  USER_SUSPENDED: 'ignore',
  PROFILE_UPDATED: onProfileUpdated,
  ROLE_ASSIGNED: 'ignore',
  ROLE_REVOKED: 'ignore',
};
