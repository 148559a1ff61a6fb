import * as z from 'zod';
import { NotificationChanged } from '@/lib/contracts/http/notification';
import { changeState, type StateChange } from '@/lib/domain/notification/change-state';
import { userRoute } from '../../route-wrapper';

/** The route of one thing that is done to an own notification beside reading it. */
export const changeRoute = (change: StateChange, summary: string) =>
  userRoute(
    {
      summary,
      tag: 'notifications',
      access: 'signed-in',
      params: z.object({ id: z.string() }),
      result: NotificationChanged,
      problems: ['resource.not_found'],
    },
    ({ params, user, correlationId, services }) =>
      changeState(services.unitOfWork, { userId: user.userId, id: params.id, change, correlationId }),
  );
