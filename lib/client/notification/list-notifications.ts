import { infiniteQueryOptions } from '@tanstack/react-query';
import { NotificationList } from '@/lib/contracts/http/notification';
import { requestJson } from '../http/request-json';
import { notificationKeys } from './notification-keys';

/** `GET /api/notifications`, newest first, a page at a time. */
export function notificationListOptions(filter: { unread: boolean }) {
  return infiniteQueryOptions({
    queryKey: notificationKeys.list(filter),
    queryFn: ({ pageParam, signal }) => listNotifications({ ...filter, cursor: pageParam }, signal),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

function listNotifications(query: { unread: boolean; cursor: string | null }, signal: AbortSignal) {
  const search = new URLSearchParams({ unread: String(query.unread) });
  if (query.cursor !== null) search.set('cursor', query.cursor);
  return requestJson(NotificationList, `/api/notifications?${search}`, { signal });
}

/** Typed here, since a bare `null` would make every page's cursor `null`. */
function noCursor(): string | null {
  return null;
}
