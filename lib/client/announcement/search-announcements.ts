import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { AnnouncementList } from '@/lib/contracts/http/announcement';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

/** `GET /api/announcements?query=`: the newest that hold the words. The last answer stays while the next one comes. */
export function searchAnnouncementsOptions(query: string) {
  return queryOptions({
    queryKey: ['announcement-search', query],
    queryFn: ({ signal }) =>
      requestJson(
        AnnouncementList,
        `/api/announcements${searchOf({ query: query.slice(0, SEARCH_LENGTH), limit: 20 })}`,
        {
          signal,
        },
      ),
    enabled: query !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
