import type { EventTypeOfTopic } from '@/lib/contracts/events/catalogue';
import type { Envelope } from '@/lib/contracts/events/envelope';
import {
  endExpiredSession,
  endSessionOnLogout,
  pushSessionCreated,
  pushSessionExtended,
  reconnectUser,
} from './follow-session';
import {
  pushAnnouncementDeleted,
  pushAnnouncementExpired,
  pushAnnouncementPublished,
  pushAnnouncementUpdated,
  pushToAuthors,
} from './push-announcement';
import { pushBulkMarks, pushMarks, pushUpdatedMark } from './push-attendance';
import {
  pushConversationCreated,
  pushConversationPutAway,
  pushConversationRead,
  pushMessage,
  pushMessageDeleted,
  pushParticipantChanged,
} from './push-conversation';
import {
  pushCourseChanged,
  pushCourseCreated,
  pushCourseDeleted,
  pushCourseUpdated,
  pushEnrollmentChanged,
  pushFacultyChanged,
} from './push-course';
import { pushForumChanged } from './push-forum';
import {
  pushNotificationCreated,
  pushNotificationDelivered,
  pushNotificationRead,
  pushNotificationTrail,
} from './push-notification';
import { followPerson, pushPersonChanged, shutPersonOut } from './push-person';
import { pushProfileUpdated } from './push-profile';
import { pushEntry, pushTimetableToPlanners } from './push-timetable';
import type { Pusher } from './pusher';

/** The topics whose events somebody may be looking at. */
export const gatewayTopics = [
  'announcement.events',
  'attendance.events',
  'auth.events',
  'communication.events',
  'course.events',
  'enrollment.events',
  'notification.status',
  'timetable.events',
  'user.events',
] as const;

type GatewayEventType = EventTypeOfTopic<(typeof gatewayTopics)[number]>;

/** A row for each event type of the gateway's topics: what the screens are told, or `ignore`. A missing row does not compile. */
export type GatewayTable = {
  readonly [T in GatewayEventType]: ((event: Envelope<T>, pusher: Pusher) => Promise<void> | void) | 'ignore';
};

export const gatewayTable: GatewayTable = {
  ANNOUNCEMENT_CREATED: pushToAuthors,
  ANNOUNCEMENT_PUBLISHED: pushAnnouncementPublished,
  ANNOUNCEMENT_UPDATED: pushAnnouncementUpdated,
  ANNOUNCEMENT_DELETED: pushAnnouncementDeleted,
  ANNOUNCEMENT_EXPIRED: pushAnnouncementExpired,
  ANNOUNCEMENT_SCHEDULED: pushToAuthors,

  ATTENDANCE_MARKED: pushMarks,
  ATTENDANCE_UPDATED: pushUpdatedMark,
  ATTENDANCE_BULK_MARKED: pushBulkMarks,
  LOW_ATTENDANCE_ALERT: 'ignore',
  ATTENDANCE_REPORT_GENERATED: 'ignore',

  LOGIN_SUCCESS: 'ignore',
  LOGIN_FAILED: 'ignore',
  LOGOUT: endSessionOnLogout,
  PASSWORD_RESET_REQUESTED: 'ignore',
  PASSWORD_RESET_COMPLETED: 'ignore',
  PASSWORD_CHANGED: 'ignore',
  SESSION_CREATED: pushSessionCreated,
  SESSION_EXPIRED: endExpiredSession,
  TOKEN_REFRESHED: pushSessionExtended,
  ACCOUNT_LOCKED: 'ignore',

  MESSAGE_SENT: pushMessage,
  MESSAGE_READ: pushConversationRead,
  MESSAGE_DELETED: pushMessageDeleted,
  CONVERSATION_CREATED: pushConversationCreated,
  CONVERSATION_ARCHIVED: pushConversationPutAway,
  PARTICIPANT_ADDED: pushParticipantChanged,
  PARTICIPANT_REMOVED: pushParticipantChanged,
  FORUM_POST_CREATED: pushForumChanged,
  FORUM_REPLY_ADDED: pushForumChanged,

  COURSE_CREATED: pushCourseCreated,
  COURSE_UPDATED: pushCourseUpdated,
  COURSE_DELETED: pushCourseDeleted,
  COURSE_ACTIVATED: pushCourseChanged,
  COURSE_DEACTIVATED: pushCourseChanged,
  FACULTY_ASSIGNED: pushFacultyChanged,
  FACULTY_UNASSIGNED: pushFacultyChanged,

  STUDENT_ENROLLED: pushEnrollmentChanged,
  STUDENT_DROPPED: pushEnrollmentChanged,
  ENROLLMENT_COMPLETED: pushEnrollmentChanged,
  ENROLLMENT_FAILED: pushEnrollmentChanged,
  WAITLIST_ADDED: pushEnrollmentChanged,
  WAITLIST_PROMOTED: pushEnrollmentChanged,

  NOTIFICATION_QUEUED: pushNotificationCreated,
  NOTIFICATION_SENT: pushNotificationTrail,
  NOTIFICATION_DELIVERED: pushNotificationDelivered,
  NOTIFICATION_FAILED: pushNotificationTrail,
  NOTIFICATION_READ: pushNotificationRead,

  TIMETABLE_CREATED: pushTimetableToPlanners,
  TIMETABLE_PUBLISHED: pushTimetableToPlanners,
  TIMETABLE_UPDATED: pushTimetableToPlanners,
  ENTRY_ADDED: pushEntry,
  ENTRY_MODIFIED: pushEntry,
  ENTRY_DELETED: pushEntry,
  ROOM_CONFLICT_DETECTED: 'ignore',
  FACULTY_CONFLICT_DETECTED: 'ignore',

  USER_CREATED: pushPersonChanged,
  USER_UPDATED: followPerson,
  USER_DELETED: shutPersonOut,
  USER_ACTIVATED: pushPersonChanged,
  USER_SUSPENDED: shutPersonOut,
  PROFILE_UPDATED: pushProfileUpdated,
  ROLE_ASSIGNED: reconnectUser,
  ROLE_REVOKED: reconnectUser,
};
