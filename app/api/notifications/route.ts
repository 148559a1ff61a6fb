import { NotificationListQuery } from '@/lib/contracts/http/notification';
import { listNotifications } from '@/lib/domain/notification/queries';
import { placeAfter } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { access: 'signed-in', query: NotificationListQuery },
  ({ query, user, services }) =>
    listNotifications(services.database.sql, user.userId, { ...query, after: placeAfter(query.cursor) }),
);
