import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { NotificationView } from '@/lib/contracts/http/notification';
import { requestJson } from '../http/request-json';
import { notificationKeys } from './notification-keys';
import { loadedNotification } from './place-notification';

/** `GET /api/notifications/{id}`, unless a list has it already. */
export function notificationOptions(queryClient: QueryClient, id: string) {
  return queryOptions({
    queryKey: notificationKeys.detail(id),
    queryFn: ({ signal }) =>
      requestJson(NotificationView, `/api/notifications/${encodeURIComponent(id)}`, { signal }),
    initialData: () => loadedNotification(queryClient, id),
  });
}
