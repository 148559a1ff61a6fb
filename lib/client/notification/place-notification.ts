import type { QueryClient } from '@tanstack/react-query';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { changeItems, insertItem, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { type NotificationFilter, notificationKeys } from './notification-keys';

type NotificationPages = Pages<NotificationView>;

/** Brings a row into every loaded list it belongs to, in its place, and out of those it does not. */
export function placeNotification(queryClient: QueryClient, row: NotificationView): void {
  placeAll(queryClient, new Map([[row.id, row]]));
}

/** Changes loaded rows wherever they are; each then stands only where it belongs. */
export function changeNotifications(
  queryClient: QueryClient,
  change: (row: NotificationView) => NotificationView,
): void {
  const changed = new Map<string, NotificationView>();
  for (const row of loadedNotifications(queryClient)) {
    const next = change(row);
    if (next !== row) changed.set(row.id, next);
  }
  if (changed.size > 0) placeAll(queryClient, changed);
}

/** Every loaded row, each once: of the lists, and what is open. */
export function loadedNotifications(queryClient: QueryClient): NotificationView[] {
  const rows = new Map<string, NotificationView>();
  for (const [, row] of queryClient.getQueriesData<NotificationView>({ queryKey: notificationKeys.details }))
    if (row) rows.set(row.id, row);
  for (const [, data] of queryClient.getQueriesData<NotificationPages>({
    queryKey: notificationKeys.lists,
  })) {
    for (const page of data?.pages ?? []) for (const row of page.items) rows.set(row.id, row);
  }
  return [...rows.values()];
}

export function loadedNotification(queryClient: QueryClient, id: string): NotificationView | undefined {
  return loadedNotifications(queryClient).find((row) => row.id === id);
}

/** Those that "mark all read" would read, as far as they are known here. */
export function loadedUnread(queryClient: QueryClient): NotificationView[] {
  return loadedNotifications(queryClient).filter(
    (row) => row.read_at === null && row.archived_at === null && row.snoozed_until === null,
  );
}

/** One pass over each list, however many rows there are to place: a list may be very long. */
function placeAll(queryClient: QueryClient, rows: ReadonlyMap<string, NotificationView>): void {
  patchQueries<NotificationPages>(queryClient, notificationKeys.lists, (data, key) => {
    const filter = filterOf(key);
    const missing = new Map(rows);
    const replaced = changeItems(data, (each) => {
      const row = rows.get(each.id);
      if (!row) return each;
      missing.delete(each.id);
      return belongsTo(filter, row) ? row : null;
    });
    return [...missing.values()]
      .filter((row) => belongsTo(filter, row))
      .reduce((placed, row) => insertItem(placed, row, isNewer), replaced);
  });
  patchQueries<NotificationView>(queryClient, notificationKeys.details, (row) => rows.get(row.id) ?? row);
}

function belongsTo(filter: NotificationFilter, row: NotificationView): boolean {
  if ((filter.archived ?? false) !== (row.archived_at !== null)) return false;
  if ((filter.snoozed ?? false) !== (row.snoozed_until !== null)) return false;
  if (filter.category !== undefined && row.category !== filter.category) return false;
  if (filter.group_key !== undefined && row.group_key !== filter.group_key) return false;
  if (filter.unread && row.read_at !== null) return false;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  if (filter.priority !== undefined && row.priority !== filter.priority) return false;
  return !filter.query || holds(row, filter.query);
}

/** As the server searches: the words as they stand, in title or text, in capitals or not. */
function holds({ title, message }: NotificationView, query: string): boolean {
  const words = query.toLowerCase();
  return title.toLowerCase().includes(words) || message.toLowerCase().includes(words);
}

/** Newest first; ids are time-ordered, so they decide between equal times. */
function isNewer(a: NotificationView, b: NotificationView): boolean {
  const difference = Date.parse(a.created_at) - Date.parse(b.created_at);
  return difference === 0 ? a.id > b.id : difference > 0;
}

/** Only this noun's own keys stand under `lists`, so the third part is the filter. */
function filterOf(key: readonly unknown[]): NotificationFilter {
  const filter = key[2];
  if (typeof filter !== 'object' || filter === null)
    throw new Error(`not a key of a notification list: ${JSON.stringify(key)}`);
  return filter;
}
