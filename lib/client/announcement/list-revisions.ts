import { queryOptions } from '@tanstack/react-query';
import { RevisionList } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

/** `GET /api/announcements/{id}/revisions`: the earlier texts, newest first. */
export function revisionListOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.revisions(id),
    queryFn: ({ signal }) =>
      requestJson(RevisionList, `/api/announcements/${encodeURIComponent(id)}/revisions`, { signal }),
  });
}
