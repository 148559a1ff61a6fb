import { AttendanceSummary } from '@/lib/contracts/http/attendance-standing';
import { SummaryQuery } from '@/lib/contracts/http/attendance-standing-requests';
import { readSummary } from '@/lib/domain/attendance/read-numbers';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the courses of a term are attended, of one department or all',
    tag: 'attendance',
    access: ['admin'],
    query: SummaryQuery,
    result: AttendanceSummary,
    problems: ['resource.not_found'],
  },
  ({ query, user, services }) =>
    readSummary(services.database.sql, user, { ...query, timeZone: services.universityTimeZone }),
);
