import * as z from 'zod';
import { AttendanceSession } from '@/lib/contracts/http/attendance';
import { closeSession } from '@/lib/domain/attendance/close-session';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Close the attendance of a class: a later change needs a reason',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: AttendanceSession,
    idempotent: true,
    problems: ['resource.not_found', 'attendance.cancelled', 'attendance.too_early'],
  },
  ({ params, user, correlationId, services }) =>
    closeSession(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
    }),
);
