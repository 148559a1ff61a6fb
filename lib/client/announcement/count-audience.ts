import { queryOptions } from '@tanstack/react-query';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

const fetchShape = () => import('@/lib/contracts/http/announcement').then((module) => module.AudienceCount);

/** `POST /api/announcements/audience-count`: whom it would reach now; asked anew each time it is shown. */
export function audienceCountOptions(target: AnnouncementTarget) {
  return queryOptions({
    queryKey: announcementKeys.audienceCount(target),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, '/api/announcements/audience-count', {
        method: 'POST',
        body: target,
        signal,
      }),
    staleTime: 0,
    gcTime: 60_000,
  });
}
