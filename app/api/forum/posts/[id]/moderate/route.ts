import { moderatePost } from '@/lib/domain/forum/moderate';
import { userRoute } from '../../../../route-wrapper';
import { moderateOne } from '../declarations';

export const POST = userRoute(moderateOne, ({ params, body, user, correlationId, services }) =>
  moderatePost(services.unitOfWork, { actor: user, correlationId, id: params.id, given: body }),
);
