import type { QueryClient } from '@tanstack/react-query';
import type { NotificationChange, NotificationView, UnreadCount } from '@/lib/contracts/http/notification';
import { patchQueries } from '../http/patch-query';
import { notificationKeys } from './notification-keys';
import { ledgerOf, type NotificationLedger } from './notification-ledger';
import {
  changeNotifications,
  loadedNotification,
  loadedNotifications,
  placeNotification,
} from './place-notification';

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
  const withdrawnAt = ledger.withdrawn.get(pushed.id) ?? null;
  const isNew = !ledger.arrived.has(pushed.id) && withdrawnAt === null;
  ledger.arrived.add(pushed.id);
  const listed = loadedNotification(queryClient, pushed.id);
  const readAt = pushed.read_at ?? readAtInLedger(ledger, pushed);
  const isUnread = readAt === null && pushed.archived_at === null;
  // A listed row knows more than the push of its creation: it may have been seen or put away since. One that is shown again
  // is newer than it was.
  const base = listed && Date.parse(listed.created_at) >= Date.parse(pushed.created_at) ? listed : pushed;
  placeNotification(queryClient, {
    ...base,
    seen_at: base.seen_at ?? readAt,
    read_at: base.read_at ?? readAt,
    withdrawn_at: base.withdrawn_at ?? withdrawnAt,
  });
  // A row that a request brought before its push: the count was asked for at another moment, perhaps before the row.
  if (listed || !isNew || !isUnread) return { isNew, moved: 0, unsure: isNew && isUnread };
  moveUnreadCount(queryClient, 1);
  return { isNew, moved: 1, unsure: false };
}

/** What another notification takes back: it counts as read from then on, and may arrive after its withdrawal. */
export function withdrawNotifications(queryClient: QueryClient, ids: readonly string[], at: string): Counted {
  const ledger = ledgerOf(queryClient);
  const unread = ids.filter(
    (id) => !ledger.read.has(id) && (loadedNotification(queryClient, id)?.read_at ?? null) === null,
  );
  for (const id of ids) ledger.withdrawn.set(id, at);
  const counted = markSomeRead(queryClient, unread, at);
  changeNotifications(queryClient, (row) =>
    ids.includes(row.id) && row.withdrawn_at === null ? { ...row, withdrawn_at: at } : row,
  );
  return counted;
}

/** `ids: null` reads everything created up to `readAt`. */
export function markNotificationsRead(
  queryClient: QueryClient,
  ids: string[] | null,
  readAt: string,
): Counted {
  return ids === null ? markAllRead(queryClient, readAt) : markSomeRead(queryClient, ids, readAt);
}

/** Takes back what was shown ahead and the server did not accept. */
export function putBackNotification(queryClient: QueryClient, before: NotificationView): void {
  const ledger = ledgerOf(queryClient);
  if (before.read_at === null) ledger.read.delete(before.id);
  else ledger.read.set(before.id, before.read_at);
  const shown = loadedNotification(queryClient, before.id);
  placeNotification(queryClient, before);
  if (shown) moveUnreadCount(queryClient, countsAsUnread(before) - countsAsUnread(shown));
}

const after: Record<NotificationChange, (row: NotificationView, at: string) => NotificationView> = {
  seen: (row, at) => (row.seen_at === null ? { ...row, seen_at: at } : row),
  unread: (row) => (row.read_at === null ? row : { ...row, read_at: null }),
  archived: (row, at) => (row.archived_at === null ? { ...row, archived_at: at } : row),
  restored: (row) => (row.archived_at === null ? row : { ...row, archived_at: null }),
  snoozed: (row, until) => ({ ...row, archived_at: null, snoozed_until: until }),
  woken: (row) => (row.snoozed_until === null ? row : { ...row, snoozed_until: null }),
};

/** Seen, unread again, put away or taken back, here or on another screen of the user. */
export function applyNotificationChange(
  queryClient: QueryClient,
  ids: readonly string[],
  change: NotificationChange,
  at: string,
): Counted {
  const ledger = ledgerOf(queryClient);
  const chosen = new Set(ids);
  if (change === 'unread') for (const id of ids) ledger.read.delete(id);
  // It comes again, new and unread.
  if (change === 'snoozed')
    for (const id of ids) {
      ledger.read.delete(id);
      ledger.arrived.delete(id);
    }
  let moved = 0;
  let found = 0;
  changeNotifications(queryClient, (row) => {
    if (!chosen.has(row.id)) return row;
    found += 1;
    const changed = after[change](row, at);
    moved += countsAsUnread(changed) - countsAsUnread(row);
    return changed;
  });
  moveUnreadCount(queryClient, moved);
  // What is not loaded may have been unread, and belongs to a list now that does not have it.
  const unsure = change !== 'seen' && found < chosen.size;
  if (unsure) void queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
  return { isNew: false, moved, unsure };
}

const countsAsUnread = (row: NotificationView): number =>
  row.read_at === null && row.archived_at === null && row.snoozed_until === null ? 1 : 0;

function markSomeRead(queryClient: QueryClient, ids: readonly string[], readAt: string): Counted {
  const ledger = ledgerOf(queryClient);
  // Part of a "read all" that is done already: its ids follow it as a push.
  const isDone = ledger.readUpTo !== null && isUpTo(readAt, ledger.readUpTo);
  const newlyRead = ids.filter((id) => {
    const row = loadedNotification(queryClient, id);
    return !ledger.read.has(id) && (row === undefined ? !isDone : countsAsUnread(row) === 1);
  });
  const unsure = newlyRead.some((id) => !ledger.arrived.has(id) && !loadedNotification(queryClient, id));
  for (const id of ids) ledger.read.set(id, readAt);
  const chosen = new Set(ids);
  readRows(queryClient, (row) => chosen.has(row.id), readAt);
  moveUnreadCount(queryClient, -newlyRead.length);
  return { isNew: false, moved: -newlyRead.length, unsure };
}

function markAllRead(queryClient: QueryClient, readAt: string): Counted {
  const ledger = ledgerOf(queryClient);
  if (ledger.readUpTo === null || isUpTo(ledger.readUpTo, readAt)) ledger.readUpTo = readAt;
  readRows(queryClient, (row) => countsAsUnread(row) === 1 && isUpTo(row.created_at, readAt), readAt);
  const newer = loadedNotifications(queryClient).filter((row) => countsAsUnread(row) === 1).length;
  patchQueries<UnreadCount>(queryClient, notificationKeys.unreadCount, () => ({ unread_count: newer }));
  return { isNew: false, moved: 0, unsure: newer > 0 };
}

/** What is read was seen. The server's time takes the place of the one that was shown ahead. */
function readRows(
  queryClient: QueryClient,
  isRead: (row: NotificationView) => boolean,
  readAt: string,
): void {
  changeNotifications(queryClient, (row) => {
    if (!isRead(row)) return row;
    const seenAhead = row.seen_at === null || row.seen_at === row.read_at;
    return { ...row, seen_at: seenAhead ? readAt : row.seen_at, read_at: readAt };
  });
}

function moveUnreadCount(queryClient: QueryClient, by: number): void {
  if (by === 0) return;
  patchQueries<UnreadCount>(queryClient, notificationKeys.unreadCount, (count) => ({
    unread_count: Math.max(0, count.unread_count + by),
  }));
}

/** It may be read before it arrives: another tab was quicker. */
function readAtInLedger(ledger: NotificationLedger, notification: NotificationView): string | null {
  const own = ledger.read.get(notification.id);
  if (own !== undefined) return own;
  const { readUpTo } = ledger;
  return readUpTo !== null && isUpTo(notification.created_at, readUpTo) ? readUpTo : null;
}

function isUpTo(time: string, limit: string): boolean {
  return Date.parse(time) <= Date.parse(limit);
}
