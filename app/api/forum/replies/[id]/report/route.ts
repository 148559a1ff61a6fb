import { reportReply } from '@/lib/domain/forum/report-contribution';
import { userRoute } from '../../../../route-wrapper';
import { reportOne } from '../declarations';

export const POST = userRoute(reportOne, async ({ params, body, user, correlationId, services }) => {
  await reportReply(services.unitOfWork, { actor: user, correlationId, id: params.id, reason: body.reason });
  return undefined;
});
