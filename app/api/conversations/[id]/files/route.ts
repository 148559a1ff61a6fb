import { MessageFileView } from '@/lib/contracts/http/conversation';
import { HandInFile, MOST_FILE_BYTES } from '@/lib/contracts/http/conversation-requests';
import { handInFile } from '@/lib/domain/conversation/hand-in-file';
import { userRoute } from '../../../route-wrapper';
import { ofOne } from '../../declarations';

export const POST = userRoute(
  {
    ...ofOne,
    summary: 'Hand in a file for a message; until it is sent it is the own alone, and goes after a day',
    body: HandInFile,
    // As base64 a file is a third longer.
    bodyBytes: Math.ceil(MOST_FILE_BYTES * 1.4),
    status: 201,
    result: MessageFileView,
    idempotent: true,
    problems: ['resource.not_found', 'conversation.read_only', 'conversation.partner_gone', 'rate.limited'],
  },
  async ({ params, body, user, correlationId, services }) => {
    await services.messageLimits.count(user.userId);
    return handInFile(services.unitOfWork, { actor: user, correlationId, id: params.id, given: body });
  },
);
