import { markForumRead } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { readAll } from '../declarations';

export const POST = userRoute(readAll, async ({ params, user, services }) => {
  await markForumRead(services.database, { actor: user, courseId: params.id });
  return undefined;
});
