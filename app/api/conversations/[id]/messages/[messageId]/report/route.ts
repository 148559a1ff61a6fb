import * as z from 'zod';
import { ReportMessage } from '@/lib/contracts/http/conversation-requests';
import { reportMessage } from '@/lib/domain/conversation/report-message';
import { userRoute } from '../../../../../route-wrapper';
import { ofMessage } from '../declarations';

export const POST = userRoute(
  {
    ...ofMessage,
    summary: 'Tell those who moderate of a message',
    body: ReportMessage,
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found', 'conversation.message_deleted'],
  },
  async ({ params, body, user, correlationId, services }) => {
    await reportMessage(services.unitOfWork, { actor: user, correlationId, ...params, ...body });
    return undefined;
  },
);
