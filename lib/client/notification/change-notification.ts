import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationChange } from '@/lib/contracts/http/notification';
import { requestJson } from '../http/request-json';
import { applyNotificationChange, putBackNotification } from './cache-notifications';
import { notificationKeys } from './notification-keys';
import { loadedNotification } from './place-notification';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationChanged);

type OwnChange = Exclude<NotificationChange, 'seen' | 'snoozed' | 'woken'>;

const paths = { unread: 'unread', archived: 'archive', restored: 'restore' } as const;

/** `POST /api/notifications/{id}/unread|archive|restore`, shown at once; a refusal puts it back as it was. */
export function useChangeNotification() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: OwnChange }) =>
      requestJson(fetchShape, `/api/notifications/${id}/${paths[change]}`, { method: 'POST' }),
    // Offline it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    onMutate: ({ id, change }) => {
      const before = loadedNotification(queryClient, id);
      applyNotificationChange(queryClient, [id], change, new Date().toISOString());
      return before;
    },
    onSuccess: ({ id, at }, { change }) => {
      applyNotificationChange(queryClient, [id], change, at);
    },
    onError: (_error, _request, before) => {
      if (before) putBackNotification(queryClient, before);
      void queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount }),
  });
}
