import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationBulkChange } from '@/lib/contracts/http/notification';
import type { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import { requestJson } from '../http/request-json';
import { applyNotificationChange, markNotificationsRead } from './cache-notifications';
import { notificationKeys } from './notification-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationsChanged);

/** As many as one request names. */
export const MOST_AT_ONCE = 500;

interface Several {
  /** Of a group: those that are loaded. */
  readonly ids: readonly string[];
  readonly group?: ChangeNotifications['group'];
  readonly change: NotificationBulkChange;
  /** Of what is put off. */
  readonly until?: string;
}

/**
 * `POST /api/notifications/bulk`: one thing with several, shown at once; what is refused is asked for again. `onFailed` hears
 * of each one, also when whoever asked for it is gone from the page.
 */
export function useChangeNotifications(onFailed: (error: Error) => void) {
  const queryClient = useQueryClient();
  const show = ({ ids, change, until }: Several, at: string) =>
    change === 'read'
      ? markNotificationsRead(queryClient, [...ids], at)
      : applyNotificationChange(queryClient, ids, change, change === 'snoozed' ? (until ?? at) : at);
  return useMutation({
    mutationFn: ({ ids, group, change, until }: Several) =>
      requestJson(fetchShape, '/api/notifications/bulk', {
        method: 'POST',
        body: { ...(group ? { group } : { ids }), change, until },
      }),
    // Offline it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    onMutate: (several) => {
      show(several, new Date().toISOString());
    },
    onSuccess: ({ ids, at }, several) => {
      show({ ...several, ids }, at);
    },
    onError: (error) => {
      onFailed(error);
      return queryClient.invalidateQueries({ queryKey: notificationKeys.lists });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationKeys.unreadCount }),
  });
}
