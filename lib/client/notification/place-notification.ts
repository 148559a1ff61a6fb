import type { QueryClient } from '@tanstack/react-query';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { changeItems, insertItem, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { type NotificationFilter, notificationKeys } from './notification-keys';

type NotificationPages = Pages<NotificationView>;

/** Brings a row into every loaded list it belongs to, in its place, and out of those it does not. */
export function placeNotification(queryClient: QueryClient, row: NotificationView): void {
  patchQueries<NotificationPages>(queryClient, notificationKeys.lists, (data, key) => {
    const filter = filterOf(key);
    if (!belongsTo(filter, row)) return changeItems(data, (each) => (each.id === row.id ? null : each));
    const replaced = changeItems(data, (each) => (each.id === row.id ? row : each));
    // Whether the words that are searched for are in it only the server can judge.
    return replaced !== data || filter.query ? replaced : insertItem(data, row, isNewer);
  });
  patchQueries<NotificationView>(queryClient, notificationKeys.detail(row.id), () => row);
}

/** Changes loaded rows wherever they are; each then stands only where it belongs. */
export function changeNotifications(
  queryClient: QueryClient,
  change: (row: NotificationView) => NotificationView,
): void {
  for (const row of listedNotifications(queryClient)) {
    const changed = change(row);
    if (changed !== row) placeNotification(queryClient, changed);
  }
}

/** Every loaded row, each once. */
export function listedNotifications(queryClient: QueryClient): NotificationView[] {
  const rows = new Map<string, NotificationView>();
  for (const [, data] of queryClient.getQueriesData<NotificationPages>({
    queryKey: notificationKeys.lists,
  })) {
    for (const page of data?.pages ?? []) for (const row of page.items) rows.set(row.id, row);
  }
  return [...rows.values()];
}

function belongsTo(filter: NotificationFilter, row: NotificationView): boolean {
  if ((filter.archived ?? false) !== (row.archived_at !== null)) return false;
  if (filter.unread && row.read_at !== null) return false;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  return filter.priority === undefined || row.priority === filter.priority;
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
