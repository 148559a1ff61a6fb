import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';

export const detailShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.ConversationDetail);

/** `GET /api/conversations/{id}`: who is in it, and how far each has read. */
export const conversationOptions = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.detail(id),
    queryFn: ({ signal }) =>
      requestJson(detailShape, `/api/conversations/${encodeURIComponent(id)}`, { signal }),
  });
