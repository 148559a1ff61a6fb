import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { type Pages, pageItems } from '../../http/page-items';
import { notificationKeys } from '../../notification/notification-keys';

const filters = [{ unread: false }, { unread: true }] as const;

/** Both inbox lists and the count as a request would have filled them; `pages` are of the unfiltered list. */
export function seedInbox(queryClient: QueryClient, pages: NotificationView[][]): void {
  for (const filter of filters) {
    seedPages(
      queryClient,
      notificationKeys.list(filter),
      pages.map((rows) => rows.filter((row) => !filter.unread || row.read_at === null)),
    );
  }
  queryClient.setQueryData(notificationKeys.unreadCount, {
    unread_count: pages.flat().filter((row) => row.read_at === null).length,
  });
}

/** A paged list in the cache; the last page has no successor. */
export function seedPages<T>(queryClient: QueryClient, key: QueryKey, pages: T[][]): void {
  const cursors = pages.map((_, index) => (index === 0 ? null : `page-${index}`));
  queryClient.setQueryData<Pages<T>>(key, {
    pages: pages.map((items, index) => ({ items, next_cursor: cursors[index + 1] ?? null })),
    pageParams: cursors,
  });
}

export function listedIds(queryClient: QueryClient, key: QueryKey): string[] {
  return pageItems(queryClient.getQueryData<Pages<{ id: string }>>(key)).map((row) => row.id);
}

export function inboxIds(queryClient: QueryClient, filter: { unread: boolean }): string[] {
  return listedIds(queryClient, notificationKeys.list(filter));
}

export function unreadCount(queryClient: QueryClient): number | undefined {
  return queryClient.getQueryData<{ unread_count: number }>(notificationKeys.unreadCount)?.unread_count;
}
