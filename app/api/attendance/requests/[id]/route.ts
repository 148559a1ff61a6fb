import * as z from 'zod';
import { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import { readRequest } from '@/lib/domain/attendance/request-row';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'One request for a correction',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: CorrectionRequest,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readRequest(services.database.sql, user, params.id),
);
