import { AllNotificationsRead } from '@/lib/contracts/http/notification';
import { markAllRead } from '@/lib/domain/notification/mark-read';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Mark all as read',
    tag: 'notifications',
    access: 'signed-in',
    result: AllNotificationsRead,
  },
  ({ user, correlationId, services }) =>
    markAllRead(services.unitOfWork, { userId: user.userId, correlationId }),
);
