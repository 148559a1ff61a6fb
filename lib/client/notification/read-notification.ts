import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { markNotificationsRead, putBackNotification } from './cache-notifications';
import { notificationKeys } from './notification-keys';
import { loadedNotification } from './place-notification';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationRead);

/** `POST /api/notifications/{id}/read`, shown at once. A refusal puts it back as it was. */
export function useReadNotification() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => requestJson(fetchShape, `/api/notifications/${id}/read`, { method: 'POST' }),
    // Offline it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    onMutate: (id) => {
      const before = loadedNotification(queryClient, id);
      markNotificationsRead(queryClient, [id], new Date().toISOString());
      return before;
    },
    onSuccess: ({ id, read_at }) => {
      markNotificationsRead(queryClient, [id], read_at);
    },
    onError: (_error, _id, before) => {
      if (before) putBackNotification(queryClient, before);
      void queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
    },
    // Also after success: a count that was on its way meanwhile may still be the old one.
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount }),
  });
}
