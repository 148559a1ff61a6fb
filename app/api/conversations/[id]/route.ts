import { ConversationDetail } from '@/lib/contracts/http/conversation';
import { readConversation } from '@/lib/domain/conversation/read-conversation';
import { userRoute } from '../../route-wrapper';
import { ofOne } from '../declarations';

export const GET = userRoute(
  {
    ...ofOne,
    summary: 'A conversation with everybody in it',
    result: ConversationDetail,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readConversation(services.database.sql, user.userId, params.id),
);
