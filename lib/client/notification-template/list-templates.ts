import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchList = () =>
  import('@/lib/contracts/http/notification-template').then((module) => module.TemplateList);

export const templateKeys = {
  all: ['notification-templates'],
  list: (filter: { query: string; archived: boolean }) => ['notification-templates', 'list', filter],
  search: (query: string) => ['notification-templates', 'search', query],
  texts: (key: string) => ['notification-templates', 'texts', key],
  preview: (asked: unknown) => ['notification-template-preview', asked],
} as const;

/** `GET /api/notification-templates`, by key: those in use, or those put away. */
export function templateListOptions(filter: { query: string; archived: boolean }) {
  return infiniteQueryOptions({
    queryKey: templateKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchList, `/api/notification-templates${searchOf({ ...filter, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    // No event tells of templates: whoever comes back sees what others have written meanwhile.
    refetchOnWindowFocus: true,
  });
}

/** `GET /api/notification-templates`: those to choose from. */
export function templateSearchOptions(query: string) {
  const words = query.slice(0, SEARCH_LENGTH);
  return queryOptions({
    queryKey: templateKeys.search(words),
    queryFn: ({ signal }) =>
      requestJson(fetchList, `/api/notification-templates${searchOf({ query: words, limit: 40 })}`, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** `GET /api/notification-templates`: what one template says in each of its languages. */
export function templateTextsOptions(key: string) {
  return queryOptions({
    queryKey: templateKeys.texts(key),
    queryFn: ({ signal }) =>
      requestJson(fetchList, `/api/notification-templates${searchOf({ key })}`, { signal }),
    refetchOnWindowFocus: true,
  });
}
