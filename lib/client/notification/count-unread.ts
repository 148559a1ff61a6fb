import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { notificationKeys } from './notification-keys';

const fetchShape = () => import('@/lib/contracts/http/notification').then((module) => module.UnreadCount);

export const unreadCountPath = '/api/notifications/unread-count';

/** `GET /api/notifications/unread-count` */
export function unreadCountOptions() {
  return queryOptions({
    queryKey: notificationKeys.unreadCount,
    queryFn: ({ signal }) => requestJson(fetchShape, unreadCountPath, { signal }),
  });
}
