import { markAll } from '@/lib/domain/attendance/save-marks';
import { userRoute } from '../../../../route-wrapper';
import { markEverybody } from '../declarations';

export const POST = userRoute(markEverybody, ({ params, body, user, correlationId, services }) =>
  markAll(services.unitOfWork, {
    actor: user,
    correlationId,
    timeZone: services.universityTimeZone,
    id: params.id,
    given: body,
  }),
);
