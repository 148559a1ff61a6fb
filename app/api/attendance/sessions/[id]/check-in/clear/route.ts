import { clearDoubt } from '@/lib/domain/attendance/clear-doubt';
import { userRoute } from '../../../../../route-wrapper';
import { clearOne } from '../declarations';

export const POST = userRoute(clearOne, ({ params, body, user, correlationId, services }) =>
  clearDoubt(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    timeZone: services.universityTimeZone,
    studentId: body.student_id,
  }),
);
