import * as z from 'zod';
import { NotificationRead } from '@/lib/contracts/http/notification';
import { markRead } from '@/lib/domain/notification/mark-read';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Mark one as read; a second time changes nothing',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: NotificationRead,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    markRead(services.unitOfWork, { userId: user.userId, id: params.id, correlationId }),
);
