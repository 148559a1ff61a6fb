import { hideReply } from '@/lib/domain/forum/moderate';
import { userRoute } from '../../../../route-wrapper';
import { hideOne } from '../declarations';

export const POST = userRoute(hideOne, ({ params, body, user, correlationId, services }) =>
  hideReply(services.unitOfWork, { actor: user, correlationId, id: params.id, hidden: body.hidden }),
);
