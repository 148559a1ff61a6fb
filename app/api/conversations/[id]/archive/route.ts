import { ConversationDetail } from '@/lib/contracts/http/conversation';
import { ArchiveConversation } from '@/lib/contracts/http/conversation-requests';
import { putAway } from '@/lib/domain/conversation/put-away';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Put a conversation away, or take it back',
    body: ArchiveConversation,
    result: ConversationDetail,
    problems: ['resource.not_found'],
  },
  ({ params, body, user, correlationId, services }) =>
    putAway(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      act: body.archived ? 'archived' : 'restored',
    }),
);
