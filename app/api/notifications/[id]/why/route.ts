import * as z from 'zod';
import { NotificationWhy } from '@/lib/contracts/http/notification-why';
import { explainNotification } from '@/lib/domain/notification/explain';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Why the caller got a notification, or did not',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: NotificationWhy,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => explainNotification(services.database.sql, user.userId, params.id),
);
