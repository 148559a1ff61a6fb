import { ContentReportList } from '@/lib/contracts/http/content-report';
import { ContentReportQuery } from '@/lib/contracts/http/content-report-requests';
import { listReports } from '@/lib/domain/content-report/list-reports';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What was reported: administrators see all, faculty that of their courses',
    tag: 'forum',
    access: ['faculty', 'admin'],
    query: ContentReportQuery,
    result: ContentReportList,
  },
  ({ query, user, services }) =>
    listReports(services.database.sql, user, { open: query.open, ...pageOf('content reports', query) }),
);
