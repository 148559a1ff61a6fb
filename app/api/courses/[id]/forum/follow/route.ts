import { followForum } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { followCourse } from '../declarations';

export const PUT = userRoute(followCourse, async ({ params, body, user, services }) => {
  await followForum(services.database, { actor: user, courseId: params.id, level: body.level });
  return undefined;
});
