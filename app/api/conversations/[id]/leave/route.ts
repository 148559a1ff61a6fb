import * as z from 'zod';
import { leaveConversation } from '@/lib/domain/conversation/change-members';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Leave a group; from then on one reads nothing of it',
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found', 'conversation.fixed_members'],
  },
  async ({ params, user, correlationId, services }) => {
    await leaveConversation(services.unitOfWork, { actor: user, correlationId, id: params.id });
    return undefined;
  },
);
