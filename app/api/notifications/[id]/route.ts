import * as z from 'zod';
import { NotificationView } from '@/lib/contracts/http/notification';
import { findNotification } from '@/lib/domain/notification/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'One of the caller’s notifications',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: NotificationView,
    problems: ['resource.not_found'],
  },
  async ({ params, user, services }) => {
    const notification = await findNotification(services.database.sql, user.userId, params.id);
    if (!notification) throw new DomainProblem('resource.not_found');
    return notification;
  },
);
