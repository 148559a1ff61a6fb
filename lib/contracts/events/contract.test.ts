import { describe, expect, it } from 'vitest';
import { catalogue, eventDefinition, eventTypes, isEventType, topicNames, topicOf } from './catalogue';
import { consumerGroups } from './consumer-groups';
import { topicSpecs } from './topic-specs';

const DAY_MS = 86_400_000;

/** The contract's topic registry and event tables, written down by hand. */
const contract = [
  {
    topic: 'user.events',
    partitions: 6,
    days: 7,
    types: [
      'USER_CREATED USER_UPDATED USER_DELETED USER_ACTIVATED USER_SUSPENDED PROFILE_UPDATED ROLE_ASSIGNED',
      'ROLE_REVOKED',
    ],
  },
  {
    topic: 'auth.events',
    partitions: 6,
    days: 7,
    types: [
      'LOGIN_SUCCESS LOGIN_FAILED LOGOUT PASSWORD_RESET_REQUESTED PASSWORD_RESET_COMPLETED PASSWORD_CHANGED',
      'SESSION_CREATED SESSION_EXPIRED TOKEN_REFRESHED ACCOUNT_LOCKED',
    ],
  },
  {
    topic: 'content.events',
    partitions: 12,
    days: 7,
    types: [
      'CONTENT_CREATED CONTENT_UPDATED CONTENT_DELETED CONTENT_PUBLISHED CONTENT_UNPUBLISHED CONTENT_VERSIONED',
      'CONTENT_ACCESSED CONTENT_SHARED CONTENT_PERMISSION_GRANTED CONTENT_PERMISSION_REVOKED',
    ],
  },
  {
    topic: 'notification.commands',
    partitions: 12,
    days: 1,
    types: ['SEND_EMAIL SEND_SMS SEND_PUSH SEND_IN_APP SEND_BULK SCHEDULE_NOTIFICATION CANCEL_NOTIFICATION'],
  },
  {
    topic: 'notification.status',
    partitions: 6,
    days: 3,
    types: [
      'NOTIFICATION_QUEUED NOTIFICATION_SENT NOTIFICATION_DELIVERED NOTIFICATION_FAILED NOTIFICATION_READ',
    ],
  },
  {
    topic: 'course.events',
    partitions: 6,
    days: 7,
    types: [
      'COURSE_CREATED COURSE_UPDATED COURSE_DELETED COURSE_ACTIVATED COURSE_DEACTIVATED FACULTY_ASSIGNED',
      'FACULTY_UNASSIGNED',
    ],
  },
  {
    topic: 'enrollment.events',
    partitions: 6,
    days: 7,
    types: [
      'STUDENT_ENROLLED STUDENT_DROPPED ENROLLMENT_COMPLETED ENROLLMENT_FAILED WAITLIST_ADDED WAITLIST_PROMOTED',
    ],
  },
  {
    topic: 'timetable.events',
    partitions: 3,
    days: 7,
    types: [
      'TIMETABLE_CREATED TIMETABLE_PUBLISHED TIMETABLE_UPDATED ENTRY_ADDED ENTRY_MODIFIED ENTRY_DELETED',
      'ROOM_CONFLICT_DETECTED FACULTY_CONFLICT_DETECTED',
    ],
  },
  {
    topic: 'attendance.events',
    partitions: 6,
    days: 7,
    types: [
      'ATTENDANCE_MARKED ATTENDANCE_UPDATED ATTENDANCE_BULK_MARKED LOW_ATTENDANCE_ALERT',
      'ATTENDANCE_REPORT_GENERATED',
    ],
  },
  {
    topic: 'announcement.events',
    partitions: 3,
    days: 7,
    types: [
      'ANNOUNCEMENT_CREATED ANNOUNCEMENT_PUBLISHED ANNOUNCEMENT_UPDATED ANNOUNCEMENT_DELETED',
      'ANNOUNCEMENT_EXPIRED ANNOUNCEMENT_SCHEDULED',
    ],
  },
  {
    topic: 'communication.events',
    partitions: 6,
    days: 3,
    types: [
      'MESSAGE_SENT MESSAGE_READ MESSAGE_DELETED CONVERSATION_CREATED CONVERSATION_ARCHIVED PARTICIPANT_ADDED',
      'PARTICIPANT_REMOVED FORUM_POST_CREATED FORUM_REPLY_ADDED',
    ],
  },
  {
    topic: 'analytics.events',
    partitions: 12,
    days: 1,
    types: ['PAGE_VIEW USER_ACTION SESSION_START SESSION_END FEATURE_USED ERROR_OCCURRED PERFORMANCE_METRIC'],
  },
  { topic: 'dlq.events', partitions: 3, days: 30, types: [] },
].map((row) => ({ ...row, types: row.types.flatMap((line) => line.split(' ')) }));

describe('the catalogue holds what the contract lists', () => {
  it('13 topics with their partitions and retention', () => {
    expect(topicSpecs({ replicationFactor: 3 })).toEqual(
      contract.map(({ topic, partitions, days }) => ({
        name: topic,
        partitions,
        retentionMs: days * DAY_MS,
        replicationFactor: 3,
      })),
    );
    expect(topicNames).toHaveLength(13);
  });

  it('replicates three times in production', () => {
    expect(topicNames.map((name) => catalogue[name].replicationFactor)).toEqual(Array(13).fill(3));
  });

  it('names each topic as its key', () => {
    expect(topicNames.map((name) => catalogue[name].name)).toEqual(topicNames);
  });

  it('88 event types, each in its topic', () => {
    expect(topicNames.map((name) => [name, Object.keys(catalogue[name].events)])).toEqual(
      contract.map(({ topic, types }) => [topic, types]),
    );
    expect(eventTypes).toHaveLength(88);
    expect(new Set(eventTypes).size).toBe(88);
    expect(eventTypes.map((type) => topicOf(type))).toEqual(
      contract.flatMap(({ topic, types }) => types.map(() => topic)),
    );
  });

  it('tells an event type from any other name', () => {
    expect(isEventType('USER_CREATED')).toBe(true);
    for (const name of ['user_created', 'SEND_BULK_NOTIFICATION', 'toString', '__proto__', '']) {
      expect(isEventType(name), name).toBe(false);
    }
  });

  it('9 consumer groups with their topics', () => {
    const all = contract.map(({ topic }) => topic).filter((topic) => !/^(analytics|dlq)/.test(topic));
    expect(
      Object.fromEntries(Object.entries(consumerGroups).map(([id, { topics }]) => [id, [...topics]])),
    ).toEqual({
      'user-service-group': [],
      'content-service-group': ['user.events'],
      'notification-service-group': [
        'notification.commands',
        'user.events',
        'content.events',
        'attendance.events',
        'announcement.events',
      ],
      'course-service-group': ['user.events'],
      'timetable-service-group': ['course.events'],
      'attendance-service-group': ['timetable.events', 'course.events', 'enrollment.events'],
      'announcement-service-group': ['user.events'],
      'communication-service-group': ['user.events', 'course.events'],
      'analytics-service-group': all,
    });
  });

  it('gives each event a version, a summary, a trigger and a key of its own payload', () => {
    for (const type of eventTypes) {
      const { version, summary, trigger, key, payload } = eventDefinition(type);
      expect(version, type).toMatch(/^1\.\d$/);
      expect(summary && trigger, type).toBeTruthy();
      expect(Object.keys(payload.shape), type).toEqual(expect.arrayContaining([...key]));
    }
  });
});
