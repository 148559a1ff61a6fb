import { followPost } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { followOne } from '../declarations';

export const PUT = userRoute(followOne, async ({ params, body, user, services }) => {
  await followPost(services.database, { actor: user, id: params.id, level: body.level });
  return undefined;
});
