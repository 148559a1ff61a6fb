import * as z from 'zod';
import { DeleteMessage } from '@/lib/contracts/http/conversation-requests';
import { deleteMessage } from '@/lib/domain/conversation/delete-message';
import { userRoute } from '../../../../../route-wrapper';
import { ofMessage } from '../declarations';

export const POST = userRoute(
  {
    ...ofMessage,
    summary: 'Delete a message for everybody, or from the own view alone',
    body: DeleteMessage,
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found', 'auth.forbidden'],
  },
  async ({ params, body, user, correlationId, services }) => {
    const forEveryone = body.for_everyone;
    await deleteMessage(services.unitOfWork, { actor: user, correlationId, ...params, forEveryone });
    return undefined;
  },
);
