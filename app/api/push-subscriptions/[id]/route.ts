import * as z from 'zod';
import { removeSubscription } from '@/lib/domain/push-subscription/keep-subscription';
import { userRoute } from '../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Tell one of the own browsers no more',
    tag: 'notifications',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found'],
  },
  async ({ user, params, services }) => {
    await removeSubscription(services.database.sql, { userId: user.userId, id: params.id });
    return undefined;
  },
);
