import { ConversationDetail } from '@/lib/contracts/http/conversation';
import { AddMembers } from '@/lib/contracts/http/conversation-requests';
import { addMembers } from '@/lib/domain/conversation/change-members';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Take people into a group; they read what is sent from then on',
    body: AddMembers,
    result: ConversationDetail,
    problems: [
      'resource.not_found',
      'auth.forbidden',
      'conversation.fixed_members',
      'conversation.not_allowed',
      'conversation.too_many',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    addMembers(services.unitOfWork, { actor: user, correlationId, id: params.id, userIds: body.user_ids }),
);
