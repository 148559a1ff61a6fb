import type { QueryClient } from '@tanstack/react-query';
import type { NotificationView, UnreadCount } from '@/lib/contracts/http/notification';
import { changeItems, insertItem, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { notificationKeys } from './notification-keys';
import { ledgerOf, type NotificationLedger } from './notification-ledger';

type NotificationPages = Pages<NotificationView>;

export interface Counted {
  /** False when this tab had it already: nobody is told twice. */
  isNew: boolean;
  /** How far the unread count was moved. */
  moved: number;
  /** The count may have been moved wrongly: what is loaded does not tell. Ask the server. */
  unsure: boolean;
}

/** One visible copy in each list it belongs to, however often and in whatever order it is delivered. */
export function insertNotification(queryClient: QueryClient, pushed: NotificationView): Counted {
  const ledger = ledgerOf(queryClient);
  const isNew = !ledger.arrived.has(pushed.id);
  ledger.arrived.add(pushed.id);
  const wasListed = findListed(queryClient, pushed.id) !== undefined;
  const notification = { ...pushed, read_at: pushed.read_at ?? readAtInLedger(ledger, pushed) };
  const isUnread = notification.read_at === null;
  for (const unread of isUnread ? [false, true] : [false]) {
    patchQueries<NotificationPages>(queryClient, notificationKeys.list({ unread }), (data) =>
      insertItem(data, notification, isNewer),
    );
  }
  // A row that a request brought before its push: the count was asked for at another moment, perhaps before the row.
  if (wasListed || !isNew || !isUnread) return { isNew, moved: 0, unsure: isNew && isUnread };
  moveUnreadCount(queryClient, 1);
  return { isNew, moved: 1, unsure: false };
}

/** `ids: null` reads everything created up to `readAt`. */
export function markNotificationsRead(
  queryClient: QueryClient,
  ids: string[] | null,
  readAt: string,
): Counted {
  return ids === null ? markAllRead(queryClient, readAt) : markSomeRead(queryClient, ids, readAt);
}

/** Takes a reading back that the server did not accept. */
export function unmarkNotificationRead(queryClient: QueryClient, id: string): void {
  ledgerOf(queryClient).read.delete(id);
}

function markSomeRead(queryClient: QueryClient, ids: string[], readAt: string): Counted {
  const ledger = ledgerOf(queryClient);
  // Part of a "read all" that is done already: its ids follow it as a push.
  const isDone = ledger.readUpTo !== null && isUpTo(readAt, ledger.readUpTo);
  const newlyRead = ids.filter((id) => {
    const row = findListed(queryClient, id);
    return !ledger.read.has(id) && (row === undefined ? !isDone : row.read_at === null);
  });
  const unsure = newlyRead.some((id) => !ledger.arrived.has(id) && !findListed(queryClient, id));
  for (const id of ids) ledger.read.set(id, readAt);
  const chosen = new Set(ids);
  readRows(queryClient, (row) => chosen.has(row.id), readAt);
  moveUnreadCount(queryClient, -newlyRead.length);
  return { isNew: false, moved: -newlyRead.length, unsure };
}

function markAllRead(queryClient: QueryClient, readAt: string): Counted {
  const ledger = ledgerOf(queryClient);
  if (ledger.readUpTo === null || isUpTo(ledger.readUpTo, readAt)) ledger.readUpTo = readAt;
  readRows(queryClient, (row) => row.read_at === null && isUpTo(row.created_at, readAt), readAt);
  const newer = listedRows(queryClient).filter((row) => row.read_at === null).length;
  patchQueries<UnreadCount>(queryClient, notificationKeys.unreadCount, () => ({ unread_count: newer }));
  return { isNew: false, moved: 0, unsure: newer > 0 };
}

function readRows(
  queryClient: QueryClient,
  isRead: (row: NotificationView) => boolean,
  readAt: string,
): void {
  patchQueries<NotificationPages>(queryClient, notificationKeys.list({ unread: false }), (data) =>
    changeItems(data, (row) => (isRead(row) ? { ...row, read_at: readAt } : row)),
  );
  patchQueries<NotificationPages>(queryClient, notificationKeys.list({ unread: true }), (data) =>
    changeItems(data, (row) => (isRead(row) ? null : row)),
  );
}

function moveUnreadCount(queryClient: QueryClient, by: number): void {
  patchQueries<UnreadCount>(queryClient, notificationKeys.unreadCount, (count) => ({
    unread_count: Math.max(0, count.unread_count + by),
  }));
}

function listedRows(queryClient: QueryClient): NotificationView[] {
  const rows = new Map<string, NotificationView>();
  for (const [, data] of queryClient.getQueriesData<NotificationPages>({
    queryKey: notificationKeys.lists,
  })) {
    for (const page of data?.pages ?? []) for (const row of page.items) rows.set(row.id, row);
  }
  return [...rows.values()];
}

function findListed(queryClient: QueryClient, id: string): NotificationView | undefined {
  return listedRows(queryClient).find((row) => row.id === id);
}

/** It may be read before it arrives: another tab was quicker. */
function readAtInLedger(ledger: NotificationLedger, notification: NotificationView): string | null {
  const own = ledger.read.get(notification.id);
  if (own !== undefined) return own;
  const { readUpTo } = ledger;
  return readUpTo !== null && isUpTo(notification.created_at, readUpTo) ? readUpTo : null;
}

/** Newest first; ids are time-ordered, so they decide between equal times. */
function isNewer(a: NotificationView, b: NotificationView): boolean {
  const difference = Date.parse(a.created_at) - Date.parse(b.created_at);
  return difference === 0 ? a.id > b.id : difference > 0;
}

function isUpTo(time: string, limit: string): boolean {
  return Date.parse(time) <= Date.parse(limit);
}
