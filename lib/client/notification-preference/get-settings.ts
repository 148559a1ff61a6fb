import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { preferenceKeys } from './preference-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-preference').then((module) => module.NotificationSettings);

export const settingsPath = '/api/me/notification-settings';

/** `GET /api/me/notification-settings` */
export function notificationSettingsOptions() {
  return queryOptions({
    queryKey: preferenceKeys.own,
    queryFn: ({ signal }) => requestJson(fetchShape, settingsPath, { signal }),
  });
}
