import { Overview } from '@/lib/contracts/http/overview';
import { OverviewQuery } from '@/lib/contracts/http/overview-requests';
import { readOverview } from '@/lib/domain/overview/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the university is doing now: counters and the last events',
    tag: 'service',
    access: ['admin'],
    query: OverviewQuery,
    result: Overview,
  },
  ({ query, services }) => readOverview(services.database.sql, query.time_zone),
);
