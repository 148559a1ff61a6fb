import { ConversationDetail } from '@/lib/contracts/http/conversation';

import { putAway } from '@/lib/domain/conversation/put-away';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Put a conversation back among what waits to be read',

    result: ConversationDetail,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    putAway(services.unitOfWork, { actor: user, correlationId, id: params.id, act: 'unread' }),
);
