import { WithheldNotifications } from '@/lib/contracts/http/notification-why';
import { WithheldQuery } from '@/lib/contracts/http/notification-why-requests';
import { listWithheld } from '@/lib/domain/notification/explain';
import { pageOf } from '../../keyset-page';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What the caller was not shown, or is not shown yet, and why',
    tag: 'notifications',
    access: 'signed-in',
    query: WithheldQuery,
    result: WithheldNotifications,
  },
  ({ query, user, services }) => listWithheld(services.database.sql, user.userId, pageOf('withheld', query)),
);
