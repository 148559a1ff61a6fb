import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

const fetchShape = () => import('@/lib/contracts/http/reach').then((module) => module.Reach);

/** `GET /api/announcements/{id}/reach`: the numbers of the board; pushes keep them right. */
export function reachOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.reach(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/reach?limit=1`, { signal }),
  });
}
