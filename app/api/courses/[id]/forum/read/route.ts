import { markForumRead } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { readAll } from '../declarations';

export const POST = userRoute(readAll, async ({ params, user, correlationId, services }) => {
  await markForumRead(services.unitOfWork, { actor: user, correlationId, courseId: params.id });
  return undefined;
});
