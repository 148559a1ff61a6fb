import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import type { notificationGroup } from '../text/en/notification-group';
import { createFetchedText } from '../text/fetched-text';
import { notificationKeys } from './notification-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-group').then((module) => module.NotificationGroups);

/** `GET /api/notifications/groups` */
export function groupsOptions() {
  return queryOptions({
    queryKey: notificationKeys.groups,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/notifications/groups', { signal }),
  });
}

export const useGroupText = createFetchedText<typeof notificationGroup>({
  en: () => import('../text/en/notification-group').then((module) => module.notificationGroup),
  de: () => import('../text/de/notification-group').then((module) => module.notificationGroup),
});
