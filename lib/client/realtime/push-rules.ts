import type { QueryKey } from '@tanstack/react-query';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import { attendanceKeys } from '../attendance/attendance-keys';
import { conversationKeys } from '../conversation/conversation-keys';
import { forumKeys } from '../forum/forum-keys';
import { notificationKeys } from '../notification/notification-keys';
import { personKeys } from '../person/person-keys';
import { meKeys } from '../session/me-keys';

interface PushRule<N extends PushName> {
  /** A slower answer of the server would wipe its effect out, so it is applied again behind it. */
  readonly survivesFetch?: true;
  /** What is loaded anew for it: soon, and once for any number of them. */
  readonly reloads?: readonly QueryKey[];
  /** When what it tells happened, by the server's clock, where it moves the unread count. */
  readonly countedAt?: (payload: PushPayload<N>) => string;
}

const kept = { survivesFetch: true } as const;
const notificationRows = { ...kept, reloads: [notificationKeys.groups] } as const;
const conversationRows = {
  ...kept,
  reloads: [conversationKeys.lists, conversationKeys.unreadCount],
} as const;

/** How the applier treats each push beside its effect: a push without a row does not compile. */
export const pushRules: { readonly [N in PushName]: PushRule<N> } = {
  'notification:created': { ...notificationRows, countedAt: ({ notification }) => notification.created_at },
  'notification:read': { ...notificationRows, countedAt: ({ read_at }) => read_at },
  'notification:changed': { ...notificationRows, countedAt: ({ at }) => at },
  'notification-settings:changed': {},
  'notification:trail': {},
  'announcement:published': kept,
  'me:changed': kept,
  'access:changed': {},
  // An import of people is thousands of changes.
  'person:changed': { reloads: [personKeys.all] },
  'session:extended': kept,
  // Who is signed out everywhere gets one for each session, and the last of them may tell that this session is over too. Then
  // nobody asks any more.
  'sessions:changed': { reloads: [meKeys.sessions] },
  'announcement:changed': kept,
  'announcement:removed': kept,
  'announcement:acknowledged': kept,
  'announcement:reach': kept,
  'timetable:changed': {},
  'course:seats': kept,
  'course:changed': {},
  'enrollment:changed': {},
  'attendance:roster': { reloads: [attendanceKeys.all] },
  'attendance:changed': {},
  'message:sent': conversationRows,
  'message:deleted': conversationRows,
  'conversation:read': conversationRows,
  'conversation:changed': { reloads: [conversationKeys.all] },
  'conversation:typing': {},
  'conversation:presence': {},
  'forum:changed': { reloads: [forumKeys.all] },
  // What was said is as it was.
  'forum:kept': { reloads: [forumKeys.lists, forumKeys.summaries, forumKeys.threads] },
  // Who shows less sees less of others.
  'messaging-settings:changed': { reloads: [conversationKeys.all] },
  'overview:changed': {},
  'sync:needed': {},
  'session:ended': {},
};
