import { NotTakenList } from '@/lib/contracts/http/attendance-report';
import { NotTakenQuery } from '@/lib/contracts/http/attendance-report-requests';
import { listNotTaken } from '@/lib/domain/attendance/list-not-taken';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Classes that are over and whose attendance is not taken, newest first',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: NotTakenQuery,
    result: NotTakenList,
  },
  ({ query, user, services }) =>
    listNotTaken(services.database.sql, user, { ...query, timeZone: services.universityTimeZone }),
);
