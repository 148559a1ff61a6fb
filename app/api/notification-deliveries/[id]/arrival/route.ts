import * as z from 'zod';
import { PushArrived } from '@/lib/contracts/http/push-subscription-requests';
import { markArrived } from '@/lib/domain/notification-channel/mark-arrived';
import { publicRoute } from '../../../route-wrapper';

export const POST = publicRoute(
  {
    summary: 'A browser says that a push has arrived, with the token that came in it',
    tag: 'notifications',
    params: z.object({ id: z.string() }),
    body: PushArrived,
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found'],
  },
  async ({ params, body, correlationId, services }) => {
    const request = { id: params.id, token: body.token, correlationId };
    await markArrived(services.unitOfWork, services.webPush.arrivalTokens, request);
    return undefined;
  },
);
