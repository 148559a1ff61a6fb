import { MessageList, MessageView } from '@/lib/contracts/http/conversation';
import { MessageListQuery, SendMessage } from '@/lib/contracts/http/conversation-requests';
import { listMessages } from '@/lib/domain/conversation/list-messages';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const GET = userRoute(
  {
    ...ofOne,
    summary: 'Messages of a conversation: the newest, or those before or after a place',
    query: MessageListQuery,
    result: MessageList,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    listMessages(services.database.sql, user.userId, { id: params.id, ...query }),
);

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Send a message; sent again by the same client_id it is there once',
    body: SendMessage,
    status: 201,
    result: MessageView,
    problems: ['resource.not_found', 'conversation.read_only', 'conversation.partner_gone', 'rate.limited'],
  },
  async ({ params, body, user, correlationId, services }) => {
    await services.messageLimits.count(user.userId);
    const request = { actor: user, correlationId, id: params.id, given: body };
    return sendMessage(services.unitOfWork, request);
  },
);
