import { NotificationGroups } from '@/lib/contracts/http/notification-group';
import { listGroups } from '@/lib/domain/notification/groups';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Which of the caller’s unread notifications are shown as one',
    tag: 'notifications',
    access: 'signed-in',
    result: NotificationGroups,
  },
  ({ user, services }) => listGroups(services.database.sql, user.userId),
);
