import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

const fetchShape = () => import('@/lib/contracts/http/announcement').then((module) => module.LastChange);

/** `GET /api/announcements/{id}/last-change`: by whom it is what it is now. Of another version it is asked for anew. */
export function lastChangeOptions(id: string, version: number) {
  return queryOptions({
    queryKey: announcementKeys.lastChange(id, version),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/last-change`, { signal }),
  });
}
