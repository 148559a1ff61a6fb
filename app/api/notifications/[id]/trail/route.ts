import * as z from 'zod';
import { NotificationTrail } from '@/lib/contracts/http/notification-trail';
import { TrailQuery } from '@/lib/contracts/http/notification-trail-requests';
import { readTrail } from '@/lib/domain/notification-channel/queries';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What has become of a notification on each of its ways; of anybody’s for administrators',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    query: TrailQuery,
    result: NotificationTrail,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    readTrail(services.database.sql, { id: params.id, userId: query.user_id ?? user.userId, by: user }),
);
