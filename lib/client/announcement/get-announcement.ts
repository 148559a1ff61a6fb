import { queryOptions } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

/** `GET /api/announcements/{id}` */
export function announcementOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.detail(id),
    queryFn: ({ signal }) =>
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}`, { signal }),
  });
}
