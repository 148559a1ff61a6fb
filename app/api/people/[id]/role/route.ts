import { changeRole } from '@/lib/domain/person/change-role';
import { userRoute } from '../../../route-wrapper';
import { changeRoleOfOne } from '../declarations';

export const POST = userRoute(changeRoleOfOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  changeRole(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, change: body }),
);
