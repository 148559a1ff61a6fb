import { queryOptions } from '@tanstack/react-query';
import { LastChange } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

/** `GET /api/announcements/{id}/last-change`: by whom it is what it is now. Of another version it is asked for anew. */
export function lastChangeOptions(id: string, version: number) {
  return queryOptions({
    queryKey: announcementKeys.lastChange(id, version),
    queryFn: ({ signal }) =>
      requestJson(LastChange, `/api/announcements/${encodeURIComponent(id)}/last-change`, { signal }),
  });
}
