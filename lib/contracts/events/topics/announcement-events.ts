import * as z from 'zod';
import { event, topic } from '../define-event';
import {
  changes,
  flag,
  id,
  list,
  oneOf,
  optionalCount,
  optionalFlag,
  optionalText,
  optionalTime,
  part,
  struct,
  text,
  time,
} from '../fields';
import { sample } from './sample-ids';

const audience = oneOf('all', 'role', 'department', 'users', 'combined', 'program', 'course', 'group');

const Target = struct({
  department_ids: list(z.string()),
  program_ids: list(z.string()),
  course_ids: list(z.string()),
  group_ids: list(z.string()),
  user_ids: list(z.string()),
  role_names: list(z.string()).meta({ 'x-since': '1.1' }),
});

const details = part(Target).describe(
  'The lists that belong to the audience are filled, the others empty; `combined` may fill roles, departments, courses and users.',
);

const Announcement = struct({
  announcement_id: id,
  title: text,
  content: text,
  announcement_type: text,
  priority: oneOf('low', 'normal', 'high', 'urgent'),
  target_audience: audience,
  target_details: details,
  created_by: text,
  published_at: optionalTime,
  expires_at: optionalTime,
  created_by_name: optionalText.meta({ 'x-since': '1.1' }),
  created_at: optionalTime.meta({ 'x-since': '1.1' }),
  status: optionalText.meta({
    'x-since': '1.2',
    description: 'draft, scheduled, published, expired, archived',
  }),
  acknowledgement_required: optionalFlag.meta({ 'x-since': '1.2' }),
  scheduled_for: optionalTime.meta({ 'x-since': '1.2' }),
  pinned_at: optionalTime.meta({ 'x-since': '1.2' }),
  revision: optionalCount.meta({ 'x-since': '1.2', description: 'Counts the texts that readers could see.' }),
  announced_revision: optionalCount.meta({ 'x-since': '1.2' }),
  revised_at: optionalTime.meta({ 'x-since': '1.2' }),
  version: optionalCount.meta({ 'x-since': '1.2', description: 'Counts every change.' }),
});

const published_at = '2024-12-27T10:30:00Z';

const example: z.input<typeof Announcement> = {
  announcement_id: sample.announcement,
  title: 'Lab 3 moves to Friday',
  content: 'The networks lab moves to Friday, 14:00, room C-204.',
  announcement_type: 'general',
  priority: 'high',
  target_audience: 'department',
  target_details: {
    department_ids: [sample.department],
    program_ids: [],
    course_ids: [],
    group_ids: [],
    user_ids: [],
    role_names: [],
  },
  created_by: sample.admin,
  published_at,
  expires_at: '2025-01-03T10:30:00Z',
  created_by_name: 'Asha Rao',
  created_at: '2024-12-27T10:15:00Z',
  status: 'published',
  acknowledgement_required: true,
  scheduled_for: null,
  pinned_at: null,
  revision: 1,
  announced_revision: 1,
  revised_at: null,
  version: 2,
};

const { announcement_id, title, announcement_type, target_audience, target_details } = example;

export const announcementEvents = topic({
  name: 'announcement.events',
  description: 'Announcement events',
  producers: ['announcement-service'],
  partitions: 3,
  retentionDays: 7,
  replicationFactor: 3,
  events: {
    ANNOUNCEMENT_CREATED: event({
      summary: 'New announcement created',
      trigger: 'Admin/faculty action',
      version: '1.2',
      origin: 'designed',
      payload: Announcement,
      key: ['announcement_id'],
      example: { ...example, published_at: null, status: 'draft', version: 1 },
    }),
    ANNOUNCEMENT_PUBLISHED: event({
      summary: 'Announcement published',
      trigger: 'Publish action',
      version: '1.2',
      origin: 'contract',
      payload: Announcement.extend({ published_at: time }),
      key: ['announcement_id'],
      example: { ...example, published_at },
    }),
    ANNOUNCEMENT_UPDATED: event({
      summary: 'Announcement modified',
      trigger: 'Edit action',
      version: '1.2',
      origin: 'designed',
      payload: Announcement.extend({
        is_published: flag,
        changes,
        updated_by: text,
        updated_at: time,
        edit_kind: optionalText.meta({
          'x-since': '1.2',
          description: '`minor`, or `reannounced`: its readers are told again',
        }),
      }),
      key: ['announcement_id'],
      example: {
        ...example,
        is_published: true,
        changes: { title: { old_value: 'Lab 3 moves', new_value: 'Lab 3 moves to Friday' } },
        updated_by: sample.admin,
        updated_at: '2024-12-27T10:45:00Z',
        edit_kind: 'minor',
        revision: 2,
        version: 3,
      },
    }),
    ANNOUNCEMENT_DELETED: event({
      summary: 'Announcement deleted',
      trigger: 'Delete action',
      version: '1.1',
      origin: 'designed',
      payload: struct({
        announcement_id: id,
        title: text,
        announcement_type: text,
        target_audience: audience,
        target_details: details,
        was_published: flag,
        reason: optionalText,
        deleted_by: text,
        deleted_at: time,
        created_by: optionalText.meta({ 'x-since': '1.1' }),
      }),
      key: ['announcement_id'],
      example: {
        announcement_id,
        title,
        announcement_type,
        target_audience,
        target_details,
        was_published: true,
        reason: 'Published by mistake',
        deleted_by: sample.admin,
        deleted_at: '2024-12-27T11:00:00Z',
        created_by: sample.admin,
      },
    }),
    ANNOUNCEMENT_EXPIRED: event({
      summary: 'Announcement expired',
      trigger: 'Auto-expiry',
      version: '1.2',
      origin: 'designed',
      payload: Announcement.extend({ expired_at: time }),
      key: ['announcement_id'],
      example: { ...example, status: 'expired', version: 3, expired_at: '2025-01-03T10:30:00Z' },
    }),
    ANNOUNCEMENT_SCHEDULED: event({
      summary: 'Announcement scheduled',
      trigger: 'Schedule action',
      version: '1.2',
      origin: 'designed',
      payload: Announcement.extend({ scheduled_for: time, scheduled_by: text }),
      key: ['announcement_id'],
      example: {
        ...example,
        published_at: null,
        status: 'scheduled',
        scheduled_for: '2024-12-28T08:00:00Z',
        scheduled_by: sample.admin,
      },
    }),
  },
});
