import * as z from 'zod';
import { NotificationChanged } from '@/lib/contracts/http/notification';
import { changeState } from '@/lib/domain/notification/change-state';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Put one of the caller’s notifications away',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: NotificationChanged,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    changeState(services.unitOfWork, {
      userId: user.userId,
      id: params.id,
      change: 'archived',
      correlationId,
    }),
);
