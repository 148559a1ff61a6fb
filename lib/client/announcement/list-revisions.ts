import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

const fetchShape = () => import('@/lib/contracts/http/announcement').then((module) => module.RevisionList);

/** `GET /api/announcements/{id}/revisions`: the earlier texts, newest first. */
export function revisionListOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.revisions(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/revisions`, { signal }),
  });
}
