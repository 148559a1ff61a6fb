import { markAllRead } from '@/lib/domain/notification/mark-read';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute({ access: 'signed-in' }, ({ user, correlationId, services }) =>
  markAllRead(services.unitOfWork, { userId: user.userId, correlationId }),
);
