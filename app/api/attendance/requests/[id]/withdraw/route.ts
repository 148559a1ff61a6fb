import * as z from 'zod';
import { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import { withdrawRequest } from '@/lib/domain/attendance/withdraw-request';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Take back an own request that nobody has decided',
    tag: 'attendance',
    access: ['student'],
    params: z.object({ id: z.string() }),
    result: CorrectionRequest,
    idempotent: true,
    problems: ['resource.not_found', 'attendance.request_over'],
  },
  ({ params, user, correlationId, services }) =>
    withdrawRequest(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
    }),
);
