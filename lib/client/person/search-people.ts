import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import { UserSearch } from '@/lib/contracts/http/me';
import { requestJson } from '../http/request-json';

export type FoundPerson = z.output<typeof UserSearch>['items'][number];

/** `GET /api/users?query=`: people to address, best match first. The last answer stays while the next one comes. */
export function peopleSearchOptions(query: string) {
  return queryOptions({
    queryKey: ['people', 'search', query],
    queryFn: ({ signal }) =>
      requestJson(UserSearch, `/api/users?${new URLSearchParams({ query })}`, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}
