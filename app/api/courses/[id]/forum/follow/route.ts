import { followForum } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { followCourse } from '../declarations';

export const PUT = userRoute(followCourse, async ({ params, body, user, correlationId, services }) => {
  const { level } = body;
  await followForum(services.unitOfWork, { actor: user, correlationId, courseId: params.id, level });
  return undefined;
});
