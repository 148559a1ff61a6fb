import { UnmaskingList } from '@/lib/contracts/http/event-desk';
import { UnmaskingListQuery } from '@/lib/contracts/http/event-desk-requests';
import { listUnmaskings } from '@/lib/domain/audit/queries';
import { pageOf } from '../../keyset-page';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who looked at the personal data of which event, and why; newest first',
    tag: 'events',
    access: ['admin'],
    query: UnmaskingListQuery,
    result: UnmaskingList,
  },
  ({ query, services }) => listUnmaskings(services.database.sql, pageOf('unmaskings', query)),
);
