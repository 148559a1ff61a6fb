import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { AnnouncementList } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';

/** `GET /api/announcements?query=`: the newest that hold the words. The last answer stays while the next one comes. */
export function searchAnnouncementsOptions(query: string) {
  return queryOptions({
    queryKey: ['announcement-search', query],
    queryFn: ({ signal }) =>
      requestJson(AnnouncementList, `/api/announcements?${new URLSearchParams({ query, limit: '20' })}`, {
        signal,
      }),
    enabled: query !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
