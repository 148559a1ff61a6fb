import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () => import('@/lib/contracts/http/course').then((module) => module.SubjectList);

export const subjectKeys = {
  all: ['subjects'],
  list: (query: string) => ['subjects', 'list', query],
  search: (query: string) => ['subjects', 'search', query],
} as const;

/** `GET /api/subjects`, by code. While the next words are searched the last answer stays. */
export function subjectListOptions(query: string) {
  return infiniteQueryOptions({
    queryKey: subjectKeys.list(query),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/subjects${searchOf({ query, cursor: pageParam, limit: 100 })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** `GET /api/subjects`: those to choose from, at most 20. */
export function subjectSearchOptions(query: string) {
  const words = query.slice(0, SEARCH_LENGTH);
  return queryOptions({
    queryKey: subjectKeys.search(words),
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/subjects${searchOf({ query: words, limit: 20 })}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
