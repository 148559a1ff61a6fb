import { closeSession } from '@/lib/domain/attendance/close-session';
import { userRoute } from '../../../../route-wrapper';
import { closeOne } from '../declarations';

export const POST = userRoute(closeOne, ({ params, user, correlationId, services }) =>
  closeSession(services.unitOfWork, {
    actor: user,
    correlationId,
    timeZone: services.universityTimeZone,
    id: params.id,
  }),
);
