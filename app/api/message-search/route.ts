import { FoundMessages } from '@/lib/contracts/http/conversation';
import { MessageSearchQuery } from '@/lib/contracts/http/conversation-requests';
import { searchMessages } from '@/lib/domain/conversation/search-messages';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Messages with these words in the own conversations, newest first',
    tag: 'conversations',
    access: 'signed-in',
    query: MessageSearchQuery,
    result: FoundMessages,
  },
  ({ query, user, services }) =>
    searchMessages(services.database.sql, user.userId, {
      ...pageOf('message-search', query),
      query: query.query,
      conversationId: query.conversation_id,
    }),
);
