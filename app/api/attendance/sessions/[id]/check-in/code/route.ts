import * as z from 'zod';
import { CheckInCode } from '@/lib/contracts/http/check-in';
import { showCode } from '@/lib/domain/attendance/show-code';
import { userRoute } from '../../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What the wall shows at this moment: another code every five seconds',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: CheckInCode,
    problems: ['resource.not_found', 'check_in.not_open'],
  },
  ({ params, user, services }) =>
    showCode(services.database.sql, {
      actor: user,
      id: params.id,
      timeZone: services.universityTimeZone,
      codes: services.checkInDesk.codes,
      publicOrigin: services.publicOrigin,
    }),
);
