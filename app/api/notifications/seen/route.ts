import { NotificationsSeen } from '@/lib/contracts/http/notification';
import { SeeNotifications } from '@/lib/contracts/http/notification-requests';
import { markSeen } from '@/lib/domain/notification/mark-seen';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Record that notifications were shown in an open list',
    tag: 'notifications',
    access: 'signed-in',
    body: SeeNotifications,
    result: NotificationsSeen,
  },
  ({ body, user, correlationId, services }) =>
    markSeen(services.unitOfWork, { userId: user.userId, ids: body.ids, correlationId }),
);
