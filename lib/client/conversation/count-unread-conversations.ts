import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.UnreadConversations);

/** `GET /api/conversations/unread-count` */
export const unreadConversationsOptions = () =>
  queryOptions({
    queryKey: conversationKeys.unreadCount,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/conversations/unread-count', { signal }),
  });
