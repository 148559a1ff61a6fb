import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { notificationKeys } from './notification-keys';
import { loadedNotification } from './place-notification';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationView);

/** `GET /api/notifications/{id}`, unless a list has it already. */
export function notificationOptions(queryClient: QueryClient, id: string) {
  return queryOptions({
    queryKey: notificationKeys.detail(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/notifications/${encodeURIComponent(id)}`, { signal }),
    initialData: () => loadedNotification(queryClient, id),
  });
}
