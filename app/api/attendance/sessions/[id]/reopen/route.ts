import * as z from 'zod';
import { AttendanceSession } from '@/lib/contracts/http/attendance';
import { reopenSession } from '@/lib/domain/attendance/close-session';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Open the attendance of a class again',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: AttendanceSession,
    idempotent: true,
    problems: ['resource.not_found', 'attendance.frozen'],
  },
  ({ params, user, correlationId, services }) =>
    reopenSession(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
    }),
);
