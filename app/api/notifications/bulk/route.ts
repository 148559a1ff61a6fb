import { NotificationsChanged } from '@/lib/contracts/http/notification';
import { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import { changeMany } from '@/lib/domain/notification/change-many';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Do one thing with several of the caller’s notifications',
    tag: 'notifications',
    access: 'signed-in',
    body: ChangeNotifications,
    result: NotificationsChanged,
  },
  ({ body, user, correlationId, services }) =>
    changeMany(services.unitOfWork, { userId: user.userId, correlationId, change: body }),
);
