import * as z from 'zod';
import { MarksSaved } from '@/lib/contracts/http/attendance';
import { MarkAll } from '@/lib/contracts/http/attendance-requests';
import { markAll } from '@/lib/domain/attendance/save-marks';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Mark the whole class at once, or all who have no mark',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: MarkAll,
    result: MarksSaved,
    idempotent: true,
    problems: [
      'resource.not_found',
      'attendance.cancelled',
      'attendance.too_early',
      'attendance.frozen',
      'attendance.reason_needed',
      'attendance.not_in_course',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    markAll(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
      given: body,
    }),
);
