import { ConversationRead } from '@/lib/contracts/http/conversation';
import { ReadConversation } from '@/lib/contracts/http/conversation-requests';
import { markConversationRead } from '@/lib/domain/conversation/mark-read';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Everything up to a message is read',
    body: ReadConversation,
    result: ConversationRead,
    problems: ['resource.not_found'],
  },
  ({ params, body, user, correlationId, services }) =>
    markConversationRead(services.unitOfWork, { actor: user, correlationId, id: params.id, seq: body.seq }),
);
