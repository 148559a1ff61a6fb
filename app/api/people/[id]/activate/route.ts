import { activatePerson } from '@/lib/domain/person/change-status';
import { userRoute } from '../../../route-wrapper';
import { activateOne } from '../declarations';

export const POST = userRoute(activateOne, ({ params, ifMatch, user, correlationId, services }) =>
  activatePerson(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch }),
);
