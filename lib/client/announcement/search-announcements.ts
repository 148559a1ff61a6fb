import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementList);

/** `GET /api/announcements?query=`: the newest that hold the words. The last answer stays while the next one comes. */
export function searchAnnouncementsOptions(query: string) {
  return queryOptions({
    queryKey: ['announcement-search', query],
    queryFn: ({ signal }) =>
      requestJson(
        fetchShape,
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
