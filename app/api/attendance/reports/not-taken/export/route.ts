import * as z from 'zod';
import { NotTakenQuery } from '@/lib/contracts/http/attendance-report-requests';
import { exportNotTaken } from '@/lib/domain/attendance/list-not-taken';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Classes whose attendance is not taken, one line each, for a spreadsheet',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: NotTakenQuery,
    result: z.string(),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'attendance-not-taken.csv',
  },
  ({ query, user, services }) =>
    exportNotTaken(services.database.sql, user, { ...query, timeZone: services.universityTimeZone }),
);
