import { hashKey, type Query, type QueryClient } from '@tanstack/react-query';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import { announcementKeys } from '../announcement/announcement-keys';
import { attendanceKeys } from '../attendance/attendance-keys';
import { checkInKeys } from '../check-in/check-in-keys';
import { contentReportKeys } from '../content-report/content-report-keys';
import { conversationKeys } from '../conversation/conversation-keys';
import { courseKeys } from '../course/course-keys';
import { forumKeys } from '../forum/forum-keys';
import type { Counted } from '../notification/cache-notifications';
import { notificationKeys } from '../notification/notification-keys';
import { commandKey } from '../notification-command/command-key';
import { preferenceKeys } from '../notification-preference/preference-keys';
import { overviewKey } from '../overview/overview-key';
import { personKeys } from '../person/person-keys';
import { meKeys } from '../session/me-keys';
import { timetableKeys } from '../timetable/timetable-keys';
import { applyPush } from './apply-push';

export interface PushApplier {
  apply: <N extends PushName>(name: N, payload: PushPayload<N>) => Counted;
  /** Loads every list anew, also one whose first request is under way and may have been answered too early. */
  reloadLists: () => void;
  /** Takes a count from a snapshot that was asked for when `landed()` was `landedBefore`. */
  takeUnreadCount: (count: number, landedBefore: number) => Promise<void>;
  /** How many pushes have been applied so far. */
  landed: () => number;
  stop: () => void;
}

/** Effects that a slower answer of the server would wipe out, so they are applied again behind it. */
const survivesFetch: Record<PushName, boolean> = {
  'notification:created': true,
  'notification:read': true,
  'notification:changed': true,
  'notification-settings:changed': false,
  'notification:trail': false,
  'announcement:published': true,
  'me:changed': true,
  'access:changed': false,
  'person:changed': false,
  'session:extended': true,
  'sessions:changed': false,
  'announcement:changed': true,
  'announcement:removed': true,
  'announcement:acknowledged': true,
  'announcement:reach': true,
  'timetable:changed': false,
  'course:seats': true,
  'course:changed': false,
  'enrollment:changed': false,
  'attendance:roster': false,
  'attendance:changed': false,
  'message:sent': true,
  'message:deleted': true,
  'conversation:read': true,
  'conversation:changed': false,
  'conversation:typing': false,
  'conversation:presence': false,
  'forum:changed': false,
  'overview:changed': false,
  'sync:needed': false,
  'session:ended': false,
};

const countHash = hashKey(notificationKeys.unreadCount);
const listKeys = [
  notificationKeys.lists,
  notificationKeys.details,
  notificationKeys.trails,
  announcementKeys.all,
  courseKeys.all,
  meKeys.all,
  timetableKeys.all,
  attendanceKeys.all,
  checkInKeys.walls,
  personKeys.all,
  conversationKeys.all,
  forumKeys.all,
  contentReportKeys.all,
  commandKey,
  overviewKey,
  preferenceKeys.all,
];

/** What changes the rows of the list of conversations, and how many of them wait to be read. */
const reloadsConversations: ReadonlySet<PushName> = new Set([
  'message:sent',
  'message:deleted',
  'conversation:read',
]);

/** A count fetched less than this before something happened may include it already; clocks may differ by as much. */
const doubtfulFor = 60_000;

/**
 * Applies pushes to a cache that is being fetched at the same time. A push that lands while a list is on its way is
 * applied again to what arrives; one that makes the unread count doubtful has the count asked for again.
 */
export function createPushApplier(
  queryClient: QueryClient,
  options: { recountAfter?: number } = {},
): PushApplier {
  const { recountAfter = 250 } = options;
  /** By query: what to do again once the fetch that is under way settles. */
  const underWay = new Map<string, { again: Array<() => void>; landedBefore: number }>();
  const reloadOnceSettled = new Set<string>();
  let landed = 0;
  let recountTimer: ReturnType<typeof setTimeout> | undefined;
  let sessionsTimer: ReturnType<typeof setTimeout> | undefined;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || !isLive(event.query)) return;
    const { action, query } = event;
    if (action.type === 'fetch') underWay.set(query.queryHash, { again: [], landedBefore: landed });
    if (action.type === 'error') underWay.delete(query.queryHash);
    if (action.type === 'success' && !action.manual) settle(query);
  });
  // A fetch that began before this applier did counts from now.
  for (const query of queryClient.getQueryCache().findAll({ fetchStatus: 'fetching', predicate: isLive })) {
    underWay.set(query.queryHash, { again: [], landedBefore: landed });
  }

  function settle(query: Query): void {
    const pending = underWay.get(query.queryHash);
    underWay.delete(query.queryHash);
    for (const applyAgain of pending?.again ?? []) applyAgain();
    if (query.queryHash === countHash && pending && pending.landedBefore < landed) recount();
    if (reloadOnceSettled.delete(query.queryHash)) reload(query);
  }

  function reload(query: Query): void {
    void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }

  function recount(): void {
    recountTimer ??= setTimeout(() => {
      recountTimer = undefined;
      void queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount });
    }, recountAfter);
  }

  /**
   * Soon, not at once: who is signed out everywhere gets one push for each session, and the last of them may tell that this
   * session is over too. Then nobody asks any more.
   */
  function reloadSessions(): void {
    sessionsTimer ??= setTimeout(() => {
      sessionsTimer = undefined;
      void queryClient.invalidateQueries({ queryKey: meKeys.sessions });
    }, recountAfter);
  }

  /**
   * Soon, and no oftener: an import of people or the check-in of a class is thousands of changes. What is being fetched is
   * not begun anew, or it would never arrive; it is asked for once more when it has.
   */
  function reloadSoon(queryKey: readonly string[]): void {
    const name = hashKey(queryKey);
    if (timers.has(name)) return;
    const reloadAll = () => {
      timers.delete(name);
      for (const query of queryClient.getQueryCache().findAll({ queryKey })) {
        if (underWay.has(query.queryHash)) reloadOnceSettled.add(query.queryHash);
        else reload(query);
      }
    };
    timers.set(name, setTimeout(reloadAll, recountAfter));
  }

  /** Whether the count may already have included what has just been counted. */
  function isDoubtful(counted: Counted, happenedAt: string): boolean {
    if (counted.unsure) return true;
    const fetchedAt = queryClient.getQueryState(notificationKeys.unreadCount)?.dataUpdatedAt ?? 0;
    return counted.moved !== 0 && Date.parse(happenedAt) < fetchedAt + doubtfulFor;
  }

  return {
    apply: (name, payload) => {
      landed += 1;
      const counted = applyPush(queryClient, name, payload);
      if (survivesFetch[name]) {
        for (const pending of underWay.values())
          pending.again.push(() => applyPush(queryClient, name, payload));
      }
      if (name === 'sessions:changed') reloadSessions();
      if (name === 'person:changed') reloadSoon(personKeys.all);
      if (name === 'attendance:roster') reloadSoon(attendanceKeys.all);
      if (name === 'forum:changed') reloadSoon(forumKeys.all);
      if (name === 'conversation:changed') reloadSoon(conversationKeys.all);
      if (reloadsConversations.has(name)) {
        reloadSoon(conversationKeys.lists);
        reloadSoon(conversationKeys.unreadCount);
      }
      const happenedAt = timeOf[name](payload);
      if (happenedAt !== null && isDoubtful(counted, happenedAt)) recount();
      return counted;
    },
    reloadLists: () => {
      for (const queryKey of listKeys) {
        for (const query of queryClient.getQueryCache().findAll({ queryKey })) {
          // Without data a fetch under way is not begun anew by an invalidation.
          const isFirst = query.state.fetchStatus !== 'idle' && query.state.data === undefined;
          if (isFirst) reloadOnceSettled.add(query.queryHash);
          else reload(query);
        }
      }
    },
    takeUnreadCount: async (count, landedBefore) => {
      // An answer on its way may be older than this snapshot.
      await queryClient.cancelQueries({ queryKey: notificationKeys.unreadCount });
      queryClient.setQueryData(notificationKeys.unreadCount, { unread_count: count });
      if (landed > landedBefore) recount();
    },
    landed: () => landed,
    stop: () => {
      unsubscribe();
      clearTimeout(recountTimer);
      clearTimeout(sessionsTimer);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** When what a push tells happened, by the server's clock, as far as the unread count is concerned. */
const timeOf: { [N in PushName]: (payload: PushPayload<N>) => string | null } = {
  'notification:created': ({ notification }) => notification.created_at,
  'notification:read': ({ read_at }) => read_at,
  'notification:changed': ({ at }) => at,
  'notification-settings:changed': () => null,
  'notification:trail': () => null,
  'announcement:published': () => null,
  'me:changed': () => null,
  'access:changed': () => null,
  'person:changed': () => null,
  'session:extended': () => null,
  'sessions:changed': () => null,
  'announcement:changed': () => null,
  'announcement:removed': () => null,
  'announcement:acknowledged': () => null,
  'announcement:reach': () => null,
  'timetable:changed': () => null,
  'course:seats': () => null,
  'course:changed': () => null,
  'enrollment:changed': () => null,
  'attendance:roster': () => null,
  'attendance:changed': () => null,
  'message:sent': () => null,
  'message:deleted': () => null,
  'conversation:read': () => null,
  'conversation:changed': () => null,
  'conversation:typing': () => null,
  'conversation:presence': () => null,
  'forum:changed': () => null,
  'overview:changed': () => null,
  'sync:needed': () => null,
  'session:ended': () => null,
};

function isLive(query: Query): boolean {
  return query.queryHash === countHash || listKeys.some((key) => key[0] === query.queryKey[0]);
}
