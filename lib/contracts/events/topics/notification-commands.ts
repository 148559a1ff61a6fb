import * as z from 'zod';
import { event, topic } from '../define-event';
import {
  anything,
  id,
  list,
  map,
  oneOf,
  optionalCount,
  optionalText,
  optionalTime,
  part,
  struct,
  text,
  time,
} from '../fields';
import { sample } from './sample-ids';

const priority = oneOf('low', 'normal', 'high', 'urgent');
const channels = list(z.string()).describe('email, sms, push, in_app');

const Notification = struct({
  notification_id: id,
  recipient_user_id: text,
  recipient_email: optionalText,
  recipient_phone: optionalText,
  notification_type: text,
  title: text,
  message: text,
  channels,
  priority,
  template_id: optionalText,
  template_data: map(anything),
  action_url: optionalText,
  scheduled_at: optionalTime,
  expires_at: optionalTime,
});

const RecipientFilter = struct({
  department_ids: list(z.string()),
  course_ids: list(z.string()),
  program_ids: list(z.string()),
  group_ids: list(z.string()),
  role_names: list(z.string()),
  semesters: list(z.int()),
  user_ids: list(z.string()).meta({ 'x-since': '1.1' }),
});

const BulkNotification = struct({
  batch_id: id,
  recipient_type: oneOf('all', 'role', 'department', 'course', 'group', 'users'),
  recipient_filter: part(RecipientFilter),
  notification_type: text,
  title: text,
  message: text,
  channels,
  priority,
  template_id: optionalText,
  template_data: map(anything),
  action_url: optionalText.meta({ 'x-since': '1.1' }),
  announcement_id: optionalText.meta({ 'x-since': '1.1', description: 'The announcement it reminds of.' }),
  announced_revision: optionalCount.meta({ 'x-since': '1.1' }),
  course_id: optionalText.meta({
    'x-since': '1.2',
    description: 'The course it is about: who has muted that is left in peace.',
  }),
  group_key: optionalText.meta({ 'x-since': '1.2', description: 'Those of one group are shown as one.' }),
  scheduled_at: optionalTime.meta({ 'x-since': '1.2', description: 'Sent then, and not before.' }),
  expires_at: optionalTime.meta({ 'x-since': '1.2', description: 'Not delivered any more from then on.' }),
});

const example: z.input<typeof Notification> = {
  notification_id: sample.notification,
  recipient_user_id: sample.student,
  recipient_email: 'student@university.edu',
  recipient_phone: '+15550100',
  notification_type: 'content',
  title: 'New Course Material Available',
  message: 'New lecture notes for CS101 have been uploaded.',
  channels: ['in_app'],
  priority: 'normal',
  template_id: 'template-new-content',
  template_data: { course_name: 'Data Structures', content_title: 'Week 1 - Introduction', week: 1 },
  action_url: `/content/view/${sample.content}`,
  scheduled_at: null,
  expires_at: null,
};

/** What the commands for one recipient share. */
const command = {
  version: '1.0',
  origin: 'contract',
  payload: Notification,
  key: ['notification_id'],
} as const;

export const notificationCommands = topic({
  name: 'notification.commands',
  description: 'Notification requests',
  producers: ['notification-service'],
  partitions: 12,
  retentionDays: 1,
  replicationFactor: 3,
  events: {
    SEND_EMAIL: event({
      summary: 'Send email notification',
      trigger: 'Various events',
      ...command,
      example: { ...example, channels: ['email'] },
    }),
    SEND_SMS: event({
      summary: 'Send SMS notification',
      trigger: 'Critical alerts',
      ...command,
      example: { ...example, channels: ['sms'], priority: 'urgent' },
    }),
    SEND_PUSH: event({
      summary: 'Send push notification',
      trigger: 'Mobile app',
      ...command,
      example: { ...example, channels: ['push'] },
    }),
    SEND_IN_APP: event({
      summary: 'Send in-app notification',
      trigger: 'All notifications',
      ...command,
      example,
    }),
    SEND_BULK: event({
      summary: 'Send to multiple recipients',
      trigger: 'Announcements',
      version: '1.2',
      origin: 'contract',
      payload: BulkNotification,
      key: ['batch_id'],
      example: {
        batch_id: sample.batch,
        recipient_type: 'department',
        recipient_filter: {
          department_ids: [sample.department],
          course_ids: [],
          program_ids: [],
          group_ids: [],
          role_names: ['student'],
          semesters: [3, 4],
          user_ids: [],
        },
        notification_type: 'announcement',
        title: 'Lab 3 moves to Friday',
        message: 'The networks lab moves to Friday, 14:00, room C-204.',
        channels: ['in_app', 'email'],
        priority: 'high',
        template_id: '',
        template_data: {},
        action_url: '',
        announcement_id: '',
        announced_revision: 0,
        course_id: '',
        group_key: '',
        scheduled_at: null,
        expires_at: null,
      },
    }),
    SCHEDULE_NOTIFICATION: event({
      summary: 'Schedule future notification',
      trigger: 'Scheduled events',
      ...command,
      example: { ...example, scheduled_at: '2024-12-28T08:00:00Z', expires_at: '2024-12-29T08:00:00Z' },
    }),
    CANCEL_NOTIFICATION: event({
      summary: 'Cancel scheduled notification',
      trigger: 'Cancellation',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        notification_id: text.describe('Empty when a whole batch is meant.'),
        batch_id: optionalText,
        reason: optionalText,
        cancelled_by: text,
        cancelled_at: time,
      }),
      key: ['notification_id', 'batch_id'],
      example: {
        notification_id: sample.notification,
        batch_id: '',
        reason: 'The lab was called off',
        cancelled_by: sample.admin,
        cancelled_at: '2024-12-27T18:00:00Z',
      },
    }),
  },
});

/** The contract's schemas name two commands otherwise than its table. Both names are read; the table's is emitted. */
export const commandAliases = {
  SEND_BULK_NOTIFICATION: 'SEND_BULK',
  /** The generic command: its `channels` say which ways it goes, as they do in every command. */
  SEND_NOTIFICATION: 'SEND_IN_APP',
} as const;
