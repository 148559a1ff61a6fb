import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
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
import { pushRules } from './push-rules';

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

const countHash = hashKey(notificationKeys.unreadCount);
const listKeys = [
  notificationKeys.lists,
  notificationKeys.details,
  notificationKeys.groups,
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
   * Soon, and no oftener: an import of people or the check-in of a class is thousands of changes. What is being fetched is
   * not begun anew, or it would never arrive; it is asked for once more when it has.
   */
  function reloadSoon(queryKey: QueryKey): void {
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
      const { survivesFetch, reloads = [], countedAt } = pushRules[name];
      if (survivesFetch) {
        for (const pending of underWay.values())
          pending.again.push(() => applyPush(queryClient, name, payload));
      }
      for (const queryKey of reloads) reloadSoon(queryKey);
      if (countedAt && isDoubtful(counted, countedAt(payload))) recount();
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
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function isLive(query: Query): boolean {
  return query.queryHash === countHash || listKeys.some((key) => key[0] === query.queryKey[0]);
}
