import { suspendPerson } from '@/lib/domain/person/change-status';
import { userRoute } from '../../../route-wrapper';
import { suspendOne } from '../declarations';

export const POST = userRoute(suspendOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  suspendPerson(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    ifMatch,
    suspension: body,
  }),
);
