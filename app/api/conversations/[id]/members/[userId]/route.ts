import * as z from 'zod';
import { ConversationDetail } from '@/lib/contracts/http/conversation';
import { removeMember } from '@/lib/domain/conversation/change-members';
import { userRoute } from '../../../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Take somebody out of a group; its owners may',
    tag: 'conversations',
    access: 'signed-in',
    params: z.object({ id: z.string(), userId: z.string() }),
    result: ConversationDetail,
    problems: ['resource.not_found', 'auth.forbidden', 'conversation.fixed_members'],
  },
  ({ params, user, correlationId, services }) =>
    removeMember(services.unitOfWork, { actor: user, correlationId, ...params }),
);
