import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NotificationRead } from '@/lib/contracts/http/notification';
import { requestJson } from '../http/request-json';
import { markNotificationsRead, unmarkNotificationRead } from './cache-notifications';
import { notificationKeys } from './notification-keys';

/** `POST /api/notifications/{id}/read`, shown at once. A refusal loads the truth back. */
export function useReadNotification() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      requestJson(NotificationRead, `/api/notifications/${id}/read`, { method: 'POST' }),
    onMutate: (id) => {
      markNotificationsRead(queryClient, [id], new Date().toISOString());
    },
    onSuccess: ({ id, read_at }) => {
      markNotificationsRead(queryClient, [id], read_at);
    },
    onError: (_error, id) => {
      unmarkNotificationRead(queryClient, id);
      void queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
    },
    // Also after success: a count that was on its way meanwhile may still be the old one.
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount }),
  });
}
