import { listConversations } from '@/lib/domain/conversation/list-conversations';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';
import { listAll, startOne } from './declarations';

export const GET = userRoute(listAll, ({ query, user, services }) => {
  const { archived, unread, query: words } = query;
  const page = { archived, unread, query: words, ...pageOf('conversations', query) };
  return listConversations(services.database.sql, user.userId, page);
});

export const POST = userRoute(startOne, ({ body, user, correlationId, services }) =>
  startConversation(services.unitOfWork, { actor: user, correlationId, given: body }),
);
