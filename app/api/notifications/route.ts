import { NotificationList } from '@/lib/contracts/http/notification';
import { NotificationListQuery } from '@/lib/contracts/http/notification-requests';
import { listNotifications } from '@/lib/domain/notification/queries';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: "The caller's notifications, newest first",
    tag: 'notifications',
    access: 'signed-in',
    query: NotificationListQuery,
    result: NotificationList,
  },
  ({ query: { before, cursor, ...query }, user, services }) =>
    listNotifications(services.database.sql, user.userId, {
      ...query,
      ...pageOf('notifications', { ...query, cursor: before ?? cursor }),
      isBefore: before !== undefined,
    }),
);
