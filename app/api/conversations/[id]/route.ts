import { ConversationDetail } from '@/lib/contracts/http/conversation';
import { ChangeConversation } from '@/lib/contracts/http/conversation-requests';
import { changeConversation } from '@/lib/domain/conversation/change-conversation';
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

export const PATCH = userRoute(
  {
    ...ofOne,
    summary: 'Name a conversation, or say who writes in it; its owners may',
    body: ChangeConversation,
    result: ConversationDetail,
    ifMatch: 'required',
    problems: ['resource.not_found', 'auth.forbidden'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    changeConversation(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      ifMatch,
      given: body,
    }),
);
