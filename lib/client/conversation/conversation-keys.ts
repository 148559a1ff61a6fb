import type { ConversationListQuery } from '@/lib/contracts/http/conversation-requests';

export type ConversationFilter = Partial<Omit<ConversationListQuery, 'cursor' | 'limit'>>;

export const conversationKeys = {
  all: ['conversations'] as const,
  lists: ['conversations', 'list'] as const,
  list: (filter: ConversationFilter) => ['conversations', 'list', filter] as const,
  details: ['conversations', 'detail'] as const,
  detail: (id: string) => ['conversations', 'detail', id] as const,
  messages: (id: string) => ['conversations', 'messages', id] as const,
  unreadCount: ['conversations', 'unread-count'] as const,
  settings: ['conversations', 'settings'] as const,
  search: (words: string, conversationId: string | null) =>
    ['conversations', 'search', words, conversationId] as const,
};
