import type { QueryClient } from '@tanstack/react-query';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { Me } from '@/lib/contracts/http/me';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import { announcementKeys } from '../announcement/announcement-keys';
import {
  markAcknowledged,
  removeAnnouncement,
  setReach,
  upsertAnnouncement,
} from '../announcement/cache-announcements';
import { attendanceKeys } from '../attendance/attendance-keys';
import { setMarks } from '../attendance/cache-roster';
import { patchWalls } from '../check-in/cache-walls';
import { contentReportKeys } from '../content-report/content-report-keys';
import { markConversationRead, placeMessage, removeMessage } from '../conversation/cache-conversations';
import { reloadCourses, setSeats } from '../course/cache-courses';
import { patchQueries } from '../http/patch-query';
import {
  applyNotificationChange,
  type Counted,
  insertNotification,
  markNotificationsRead,
  withdrawNotifications,
} from '../notification/cache-notifications';
import { notificationKeys } from '../notification/notification-keys';
import { commandKey } from '../notification-command/command-key';
import { preferenceKeys } from '../notification-preference/preference-keys';
import { overviewKey } from '../overview/overview-key';
import { meKeys } from '../session/me-keys';
import { timetableKeys } from '../timetable/timetable-keys';

/**
 * What a push changes in the cache, by name: a push without a row does not compile. Every effect may be applied again,
 * and in any order, with the same end.
 */
const effects: {
  [N in PushName]: (queryClient: QueryClient, payload: PushPayload<N>) => Counted | undefined;
} = {
  'notification:created': (queryClient, { notification, withdraws }) => {
    // It tells its readers alone that their week is another: also those who have joined the course since they connected.
    if (notification.kind === 'timetable')
      void queryClient.invalidateQueries({ queryKey: timetableKeys.all });
    // A warning stands on the page of the numbers too, a moment after the mark that caused it.
    if (notification.kind.startsWith('attendance'))
      void queryClient.invalidateQueries({ queryKey: attendanceKeys.all });
    // Whoever moderates is told of a report, and that it is closed, by the bell.
    if (notification.kind === 'moderation')
      void queryClient.invalidateQueries({ queryKey: contentReportKeys.all });
    const arrived = insertNotification(queryClient, notification);
    // It tells of others that are shown from now on: which, the lists know.
    if (isRelease(notification.kind)) {
      void queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
      void queryClient.invalidateQueries({ queryKey: preferenceKeys.withheld });
      return { ...arrived, unsure: true };
    }
    if (!withdraws) return arrived;
    const { moved, unsure } = withdrawNotifications(queryClient, withdraws, notification.created_at);
    return { ...arrived, moved: arrived.moved + moved, unsure: arrived.unsure || unsure };
  },
  'notification:read': (queryClient, { ids, read_at }) => {
    reloadTrails(queryClient);
    return markNotificationsRead(queryClient, ids, read_at);
  },
  'notification:trail': (queryClient, { ids }) => {
    for (const id of ids) void queryClient.invalidateQueries({ queryKey: notificationKeys.trail(id) });
    return undefined;
  },
  'me:changed': (queryClient, changed) => {
    patchQueries<Me>(queryClient, meKeys.me, (me) => ({
      ...me,
      locale: changed.locale === undefined ? me.locale : changed.locale,
      time_zone: changed.time_zone === undefined ? me.time_zone : changed.time_zone,
    }));
    return undefined;
  },
  'access:changed': (queryClient) => void queryClient.invalidateQueries({ queryKey: meKeys.me }),
  // An import changes thousands: what administrators look at is loaded anew by the applier, once.
  'person:changed': () => undefined,
  'session:extended': (queryClient, { session_id, expires_at }) => {
    patchQueries<Me>(queryClient, meKeys.me, (me) =>
      me.session_id === session_id && expires_at > me.session_expires_at
        ? { ...me, session_expires_at: expires_at }
        : me,
    );
    return undefined;
  },
  // The list is loaded anew, by the applier: it knows when.
  'sessions:changed': () => undefined,
  'notification-settings:changed': (queryClient) =>
    void queryClient.invalidateQueries({ queryKey: preferenceKeys.all }),
  'notification:changed': (queryClient, { ids, change, at }) => {
    reloadTrails(queryClient);
    return applyNotificationChange(queryClient, ids, change, at);
  },
  'announcement:published': (queryClient, { announcement }) => {
    upsertAnnouncement(queryClient, announcement, 'reset');
    return reloadOfCourses(queryClient, announcement);
  },
  'announcement:changed': (queryClient, { announcement, reannounced }) => {
    upsertAnnouncement(queryClient, announcement, reannounced ? 'reset' : 'kept');
    return reloadOfCourses(queryClient, announcement);
  },
  'announcement:removed': (queryClient, { announcement_id }) =>
    void removeAnnouncement(queryClient, announcement_id),
  'announcement:acknowledged': (queryClient, { announcement_id, revision, acknowledged_at }) =>
    void markAcknowledged(queryClient, announcement_id, { revision, at: acknowledged_at }),
  'announcement:reach': (queryClient, { announcement_id, ...reach }) =>
    void setReach(queryClient, announcement_id, reach),
  'timetable:changed': (queryClient) => void queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  'course:seats': (queryClient, seats) => void setSeats(queryClient, seats),
  'course:changed': (queryClient) => reloadCourses(queryClient),
  'enrollment:changed': (queryClient, { own }) => {
    if (own) void queryClient.invalidateQueries({ queryKey: announcementKeys.all });
    // Whoever has come in or gone out has other classes.
    void queryClient.invalidateQueries({ queryKey: timetableKeys.all });
    return reloadCourses(queryClient);
  },
  // Numbers are made of marks in many places: they are loaded anew by the applier, not at each of a class of hundreds.
  'attendance:roster': (queryClient, told) => {
    setMarks(queryClient, told.session_id, told.marks);
    patchWalls(queryClient, told);
    return undefined;
  },
  'attendance:changed': (queryClient) => void queryClient.invalidateQueries({ queryKey: attendanceKeys.all }),
  'message:sent': (queryClient, { message }) => void placeMessage(queryClient, message),
  'message:deleted': (queryClient, deleted) => void removeMessage(queryClient, deleted),
  'conversation:read': (queryClient, read) => void markConversationRead(queryClient, read),
  // The lists are loaded anew by the applier, once for any number of messages.
  'conversation:changed': () => undefined,
  // Who writes and who is here is nobody's data: only the open conversation knows it.
  'conversation:typing': () => undefined,
  'conversation:presence': () => undefined,
  // Loaded anew by the applier, once for any number of replies.
  'forum:changed': () => undefined,
  'forum:kept': () => undefined,
  'messaging-settings:changed': () => undefined,
  'overview:changed': (queryClient) => {
    void queryClient.invalidateQueries({ queryKey: overviewKey });
    void queryClient.invalidateQueries({ queryKey: commandKey });
  },
  'sync:needed': () => undefined,
  'session:ended': () => undefined,
};

const isRelease = (kind: string) => kind === 'brief' || kind === 'digest';

/** One that is open, if any. */
const reloadTrails = (queryClient: QueryClient) =>
  void queryClient.invalidateQueries({ queryKey: notificationKeys.trails });

/** For which courses an announcement is, a push to readers does not say: the page of a course asks. */
function reloadOfCourses(queryClient: QueryClient, { target_audience }: AnnouncementView): undefined {
  if (target_audience === 'course' || target_audience === 'combined')
    void queryClient.invalidateQueries({ queryKey: announcementKeys.list({ scope: 'readable' }) });
}

const uncounted: Counted = { isNew: false, moved: 0, unsure: false };

/** Brings the cache to where a new request would. Free of React and the DOM. */
export function applyPush<N extends PushName>(
  queryClient: QueryClient,
  name: N,
  payload: PushPayload<N>,
): Counted {
  return effects[name](queryClient, payload) ?? uncounted;
}
