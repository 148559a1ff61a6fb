import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { markNotificationsRead } from './cache-notifications';
import { notificationKeys } from './notification-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.AllNotificationsRead);

/** `POST /api/notifications/read-all`. Not shown ahead: only the server's clock says what "all" was. */
export function useReadAllNotifications() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(fetchShape, '/api/notifications/read-all', { method: 'POST' }),
    networkMode: 'always',
    onSuccess: ({ read_at }) => {
      markNotificationsRead(queryClient, null, read_at);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount }),
  });
}
