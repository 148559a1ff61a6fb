import { markPostRead } from '@/lib/domain/forum/follow-forum';
import { userRoute } from '../../../../route-wrapper';
import { readUpTo } from '../declarations';

export const POST = userRoute(readUpTo, ({ params, body, user, correlationId, services }) =>
  markPostRead(services.unitOfWork, { actor: user, correlationId, id: params.id, seq: body.seq }),
);
