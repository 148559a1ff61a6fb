import { AuditList } from '@/lib/contracts/http/audit';
import { AuditQuery } from '@/lib/contracts/http/audit-requests';
import { listChanges } from '@/lib/domain/audit/list-changes';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who changed what, before and after, newest first',
    tag: 'audit',
    access: ['admin'],
    query: AuditQuery,
    result: AuditList,
  },
  ({ query, services }) => listChanges(services.database.sql, { ...query, ...pageOf('audit', query) }),
);
