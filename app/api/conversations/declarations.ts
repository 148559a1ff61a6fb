import * as z from 'zod';
import { ConversationDetail, ConversationList } from '@/lib/contracts/http/conversation';
import { ConversationListQuery, StartConversation } from '@/lib/contracts/http/conversation-requests';

export const listAll = {
  summary: 'The conversations one is in, the most lately active first',
  tag: 'conversations',
  access: 'signed-in',
  query: ConversationListQuery,
  result: ConversationList,
} as const;

export const startOne = {
  summary: 'Start a conversation; the direct one with somebody is answered when it is there already',
  tag: 'conversations',
  access: 'signed-in',
  body: StartConversation,
  status: 201,
  result: ConversationDetail,
  idempotent: true,
  location: ({ id }: ConversationDetail) => `/api/conversations/${id}`,
  problems: ['conversation.not_allowed', 'conversation.too_many', 'resource.not_found'],
} as const;

/** What every route of one conversation says of itself. */
export const ofOne = {
  tag: 'conversations',
  access: 'signed-in',
  params: z.object({ id: z.string() }),
} as const;
