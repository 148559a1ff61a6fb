import * as z from 'zod';
import { event, topic } from '../define-event';
import { count, list, oneOf, optionalCount, optionalText, optionalTime, struct, text, time } from '../fields';
import { sample } from './sample-ids';

const Status = struct({
  notification_id: text.describe('Empty when a READ names several in `notification_ids`.'),
  queue_id: optionalText,
  user_id: text.describe('Empty in the one QUEUED that stands for all recipients.'),
  channel: oneOf('in_app', 'email', 'sms', 'push'),
  status: oneOf(
    'queued',
    'sent',
    'delivered',
    'failed',
    'read',
    'seen',
    'unread',
    'archived',
    'restored',
    'snoozed',
    'woken',
  ),
  attempt_count: optionalCount,
  error_message: optionalText,
  sent_at: optionalTime,
  delivered_at: optionalTime,
  read_at: optionalTime,
});

const Recipients = struct({
  target_audience: z.enum(['all', 'role', 'department', 'course', 'users', 'combined']),
  role_names: list(z.string()),
  department_ids: list(z.string()),
  course_ids: list(z.string()).meta({ 'x-since': '1.3' }),
  user_ids: list(z.string()),
  count: count.describe('How many people.'),
  except_user_ids: z
    .array(z.string())
    .nullish()
    .meta({ 'x-since': '1.5' })
    .describe('Those of them who are not shown it now: held back, or not wanted.'),
});

const Content = struct({
  notification_type: text,
  title: text,
  message: text,
  priority: oneOf('low', 'normal', 'high', 'urgent'),
  action_url: optionalText,
  created_at: time,
  source_event_id: text,
  announcement_id: optionalText.meta({ 'x-since': '1.2' }),
  group_key: optionalText.meta({ 'x-since': '1.5', description: 'Those of one group are shown as one.' }),
  withdrawn_ids: z
    .array(z.string())
    .nullish()
    .meta({ 'x-since': '1.4' })
    .describe('Earlier notifications of the same people that are not true any more.'),
});

/** Which ones, where one event tells of several. */
const several = {
  notification_ids: z
    .array(z.string())
    .nullish()
    .meta({ 'x-since': '1.1' })
    .describe(
      'Several in one event; missing with an empty `notification_id`: all of the user, up to that time.',
    ),
  announcement_ids: list(z.string()).meta({
    'x-since': '1.2',
    description: 'The announcements that these tell of: whose reach has changed.',
  }),
};

const example: z.input<typeof Status> = {
  notification_id: sample.notification,
  queue_id: '',
  user_id: sample.student,
  channel: 'in_app',
  status: 'sent',
  attempt_count: 1,
  error_message: '',
  sent_at: '2024-12-27T10:30:01Z',
  delivered_at: null,
  read_at: null,
};

export const notificationStatus = topic({
  name: 'notification.status',
  description: 'Notification delivery status updates',
  producers: ['notification-service'],
  partitions: 6,
  retentionDays: 3,
  replicationFactor: 3,
  events: {
    NOTIFICATION_QUEUED: event({
      summary: 'Notification added to delivery queue',
      trigger: 'An event or a command that concerns somebody',
      version: '1.5',
      origin: 'contract',
      payload: Status.extend({
        recipients: Recipients.nullish().meta({
          'x-since': '1.1',
          description: 'Whom it is for. One QUEUED stands for the whole notification and fans out to rooms.',
        }),
        content: Content.nullish().meta({
          'x-since': '1.1',
          description: 'What is said, so that a push needs no look-up.',
        }),
      }),
      key: ['notification_id'],
      example: {
        ...example,
        queue_id: sample.batch,
        user_id: '',
        status: 'queued',
        attempt_count: 0,
        sent_at: null,
        recipients: {
          target_audience: 'department',
          role_names: [],
          department_ids: [sample.department],
          user_ids: [],
          count: 120,
        },
        content: {
          notification_type: 'announcement',
          title: 'Lab 3 moves to Friday',
          message: 'The networks lab moves to Friday, 14:00, room C-204.',
          priority: 'high',
          action_url: `/announcements/${sample.announcement}`,
          created_at: '2024-12-27T10:30:00.250Z',
          source_event_id: sample.event,
        },
      },
    }),
    NOTIFICATION_SENT: event({
      summary: 'Notification sent successfully',
      trigger: 'A channel took it',
      version: '1.0',
      origin: 'contract',
      payload: Status,
      key: ['user_id', 'notification_id'],
      example,
    }),
    NOTIFICATION_DELIVERED: event({
      summary: 'Notification confirmed delivered',
      trigger: "The recipient's screen or the channel acknowledged it",
      version: '1.2',
      origin: 'contract',
      payload: Status.extend({
        delivered_at: time,
        seen_at: optionalTime.meta({
          'x-since': '1.2',
          description: 'With status `seen`: shown in an open list, not opened yet.',
        }),
        ...several,
      }),
      key: ['user_id', 'notification_id'],
      example: {
        ...example,
        status: 'delivered',
        delivered_at: '2024-12-27T10:30:02Z',
        seen_at: null,
        notification_ids: null,
        announcement_ids: [sample.announcement],
      },
    }),
    NOTIFICATION_FAILED: event({
      summary: 'Notification delivery failed',
      trigger: 'A channel refused it for good',
      version: '1.0',
      origin: 'contract',
      payload: Status,
      key: ['user_id', 'notification_id'],
      example: {
        ...example,
        channel: 'email',
        status: 'failed',
        attempt_count: 4,
        error_message: '550 no such mailbox',
        sent_at: null,
      },
    }),
    NOTIFICATION_READ: event({
      summary: 'Notification marked as read',
      trigger: 'The recipient opened it, or marked all as read',
      version: '1.3',
      origin: 'contract',
      payload: Status.extend({
        read_at: time.describe(
          'When the reading state changed. `status` says to what: `read`, or `unread`, `archived`, `restored` (from version 1.2 on), `snoozed`, `woken` (from 1.3 on).',
        ),
        ...several,
        snoozed_until: optionalTime.meta({
          'x-since': '1.3',
          description: 'With status `snoozed`: until when its reader has put it off.',
        }),
        acknowledged_revision: optionalCount.meta({
          'x-since': '1.2',
          description: 'Above 0: read by acknowledging this revision of the announcement.',
        }),
      }),
      key: ['user_id', 'notification_id'],
      example: {
        ...example,
        status: 'read',
        delivered_at: '2024-12-27T10:30:02Z',
        read_at: '2024-12-27T10:31:00Z',
        notification_ids: null,
        announcement_ids: [sample.announcement],
        acknowledged_revision: 0,
        snoozed_until: null,
      },
    }),
  },
});
