import { saveMarks } from '@/lib/domain/attendance/save-marks';
import { userRoute } from '../../../../route-wrapper';
import { markSome } from '../declarations';

export const POST = userRoute(markSome, ({ params, body, user, correlationId, services }) =>
  saveMarks(services.unitOfWork, {
    actor: user,
    correlationId,
    timeZone: services.universityTimeZone,
    id: params.id,
    given: body,
  }),
);
