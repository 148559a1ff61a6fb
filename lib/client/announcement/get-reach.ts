import { queryOptions } from '@tanstack/react-query';
import { Reach } from '@/lib/contracts/http/reach';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

/** `GET /api/announcements/{id}/reach`: the numbers of the board; pushes keep them right. */
export function reachOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.reach(id),
    queryFn: ({ signal }) =>
      requestJson(Reach, `/api/announcements/${encodeURIComponent(id)}/reach?limit=1`, { signal }),
  });
}
