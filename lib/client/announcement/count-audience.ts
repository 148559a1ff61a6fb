import { queryOptions } from '@tanstack/react-query';
import { AudienceCount } from '@/lib/contracts/http/announcement';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';

/** `POST /api/announcements/audience-count`: whom it would reach now; asked anew each time it is shown. */
export function audienceCountOptions(target: AnnouncementTarget) {
  return queryOptions({
    queryKey: announcementKeys.audienceCount(target),
    queryFn: ({ signal }) =>
      requestJson(AudienceCount, '/api/announcements/audience-count', {
        method: 'POST',
        body: target,
        signal,
      }),
    staleTime: 0,
    gcTime: 60_000,
  });
}
