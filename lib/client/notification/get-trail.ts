import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import type { notificationTrail } from '../text/en/notification-trail';
import { createFetchedText } from '../text/fetched-text';
import { notificationKeys } from './notification-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-trail').then((module) => module.NotificationTrail);

/** `GET /api/notifications/{id}/trail`, the own one. */
export const trailOptions = (id: string) =>
  queryOptions({
    queryKey: notificationKeys.trail(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/notifications/${encodeURIComponent(id)}/trail`, { signal }),
    staleTime: 0,
  });

export type TrailText = typeof notificationTrail;

export const useTrailText = createFetchedText<TrailText>({
  en: () => import('../text/en/notification-trail').then((module) => module.notificationTrail),
  de: () => import('../text/de/notification-trail').then((module) => module.notificationTrail),
});
