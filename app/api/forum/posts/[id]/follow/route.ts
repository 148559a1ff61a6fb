import { followPost } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { followOne } from '../declarations';

export const PUT = userRoute(followOne, async ({ params, body, user, correlationId, services }) => {
  await followPost(services.unitOfWork, { actor: user, correlationId, id: params.id, level: body.level });
  return undefined;
});
