import { AtRiskList } from '@/lib/contracts/http/attendance-report';
import { AtRiskQuery } from '@/lib/contracts/http/attendance-report-requests';
import { listAtRisk } from '@/lib/domain/attendance/list-at-risk';
import { pageOf } from '../../../keyset-page';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Students below the line, or with several absences in a row, the worst first',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: AtRiskQuery,
    result: AtRiskList,
  },
  ({ query, user, services }) =>
    listAtRisk(services.database.sql, user, { ...query, ...pageOf('at risk', query, 'name') }),
);
