import { queryOptions } from '@tanstack/react-query';
import { UnreadCount } from '@/lib/contracts/http/notification';
import { requestJson } from '../http/request-json';
import { notificationKeys } from './notification-keys';

export const unreadCountPath = '/api/notifications/unread-count';

/** `GET /api/notifications/unread-count` */
export function unreadCountOptions() {
  return queryOptions({
    queryKey: notificationKeys.unreadCount,
    queryFn: ({ signal }) => requestJson(UnreadCount, unreadCountPath, { signal }),
  });
}
