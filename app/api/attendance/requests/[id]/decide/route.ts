import * as z from 'zod';
import { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import { DecideRequest } from '@/lib/contracts/http/attendance-correction-requests';
import { decideRequest } from '@/lib/domain/attendance/decide-request';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Accept or refuse a request for a correction; accepted, the mark becomes what was asked for',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: DecideRequest,
    result: CorrectionRequest,
    idempotent: true,
    problems: [
      'resource.not_found',
      'attendance.request_over',
      'attendance.cancelled',
      'attendance.frozen',
      'attendance.not_in_course',
      'precondition.failed',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    decideRequest(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
      given: body,
    }),
);
