import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/** `GET /api/announcements/{id}` */
export function announcementOptions(id: string) {
  return queryOptions({
    queryKey: announcementKeys.detail(id),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}`, { signal }),
  });
}
