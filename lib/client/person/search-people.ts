import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () => import('@/lib/contracts/http/me').then((module) => module.UserSearch);

/** `GET /api/users?query=`: people to address, best match first. The last answer stays while the next one comes. */
export function peopleSearchOptions(query: string) {
  return queryOptions({
    queryKey: ['people', 'search', query],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/users${searchOf({ query: query.slice(0, SEARCH_LENGTH) })}`, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

/** `GET /api/users?ids=`: what people are called who were chosen before. */
export function peopleByIdOptions(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['people', 'by-id', ids],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/users${searchOf({ ids: ids.join(',') })}`, { signal }),
    enabled: ids.length > 0,
  });
}
