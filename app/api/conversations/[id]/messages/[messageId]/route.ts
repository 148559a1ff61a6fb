import { MessageView } from '@/lib/contracts/http/conversation';
import { EditMessage } from '@/lib/contracts/http/conversation-requests';
import { editMessage } from '@/lib/domain/conversation/edit-message';
import { userRoute } from '../../../../route-wrapper';
import { ofMessage } from './declarations';

export const PATCH = userRoute(
  {
    ...ofMessage,
    summary: 'Other words for the own message; that it was changed is shown',
    body: EditMessage,
    result: MessageView,
    problems: [
      'resource.not_found',
      'auth.forbidden',
      'conversation.message_deleted',
      'conversation.read_only',
      'conversation.partner_gone',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    editMessage(services.unitOfWork, { actor: user, correlationId, ...params, given: body }),
);
