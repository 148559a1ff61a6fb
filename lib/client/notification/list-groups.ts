import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { notificationGroup as german } from '../text/de/notification-group';
import { notificationGroup as english } from '../text/en/notification-group';
import { useFormat } from '../text/text-context';
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

const texts = { en: english, de: german };

/** Both languages come with the rows: without a connection there is nothing to wait for. */
export const useGroupText = () => texts[useFormat().locale];
