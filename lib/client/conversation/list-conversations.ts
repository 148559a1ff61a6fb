import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type ConversationFilter, conversationKeys } from './conversation-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.ConversationList);

/** `GET /api/conversations`, the most lately active first, a page at a time. */
export function conversationListOptions(filter: ConversationFilter) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        fetchShape,
        `/api/conversations${searchOf({
          ...filter,
          archived: filter.archived || null,
          unread: filter.unread || null,
          cursor: pageParam,
        })}`,
        { signal },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}
