import { infiniteQueryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { conversationKeys } from './conversation-keys';

const fetchShape = () => import('@/lib/contracts/http/conversation').then((module) => module.MessageList);

/** Where a page of messages lies: before a place, after one, or at the end. */
interface MessagePlace {
  before?: number;
  after?: number;
}
/** Around a message that is sought, else at the end. */
const placeAround = (seq: number | null): MessagePlace => (seq === null ? {} : { before: seq + AROUND });
const AROUND = 20;

/** `GET /api/conversations/{id}/messages`: the newest first, earlier ones before them, and what is missing behind them. */
export function messageListOptions(conversationId: string, sought: number | null = null) {
  return infiniteQueryOptions({
    queryKey: [...conversationKeys.messages(conversationId), ...(sought === null ? [] : [sought])],
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        fetchShape,
        `/api/conversations/${conversationId}/messages${searchOf({
          before: pageParam.before ?? null,
          after: pageParam.after ?? null,
        })}`,
        { signal },
      ),
    initialPageParam: placeAround(sought),
    getPreviousPageParam: ({ items, has_earlier }): MessagePlace | undefined =>
      has_earlier && items[0] ? { before: items[0].seq } : undefined,
    getNextPageParam: ({ items, has_later }): MessagePlace | undefined =>
      has_later ? { after: items.at(-1)?.seq ?? 0 } : undefined,
  });
}
