import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { conversationKeys } from './conversation-keys';

const fetchShape = () => import('@/lib/contracts/http/conversation').then((module) => module.FoundMessages);

/** `GET /api/message-search`: in all conversations of the reader. */
export const messageSearchOptions = (query: string) =>
  infiniteQueryOptions({
    queryKey: conversationKeys.search(query, null),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/message-search${searchOf({ query, cursor: pageParam })}`, { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    enabled: query !== '',
  });
