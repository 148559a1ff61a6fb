import { reopenSession } from '@/lib/domain/attendance/close-session';
import { userRoute } from '../../../../route-wrapper';
import { reopenOne } from '../declarations';

export const POST = userRoute(reopenOne, ({ params, user, correlationId, services }) =>
  reopenSession(services.unitOfWork, {
    actor: user,
    correlationId,
    timeZone: services.universityTimeZone,
    id: params.id,
  }),
);
