import * as z from 'zod';
import { MarksSaved } from '@/lib/contracts/http/attendance';
import { SaveMarks } from '@/lib/contracts/http/attendance-requests';
import { saveMarks } from '@/lib/domain/attendance/save-marks';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Mark students of a class, all or nothing',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: SaveMarks,
    result: MarksSaved,
    idempotent: true,
    problems: [
      'resource.not_found',
      'attendance.cancelled',
      'attendance.too_early',
      'attendance.frozen',
      'attendance.reason_needed',
      'attendance.not_in_course',
      'precondition.failed',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    saveMarks(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
      given: body,
    }),
);
