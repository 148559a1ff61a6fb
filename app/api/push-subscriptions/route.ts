import { PushSubscriptionList, PushSubscriptionView } from '@/lib/contracts/http/push-subscription';
import { AddPushSubscription } from '@/lib/contracts/http/push-subscription-requests';
import { addSubscription } from '@/lib/domain/push-subscription/keep-subscription';
import { listSubscriptions } from '@/lib/domain/push-subscription/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The browsers that are told while no page is open, and the key they subscribe to',
    tag: 'notifications',
    access: 'signed-in',
    result: PushSubscriptionList,
  },
  async ({ user, services }) => ({
    public_key: services.webPush.publicKey,
    items: await listSubscriptions(services.database.sql, user.userId),
  }),
);

export const POST = userRoute(
  {
    summary: 'Tell this browser too; once more changes nothing',
    tag: 'notifications',
    access: 'signed-in',
    body: AddPushSubscription,
    result: PushSubscriptionView,
    status: 201,
  },
  ({ user, body, device, correlationId, services }) =>
    addSubscription(services.unitOfWork, {
      userId: user.userId,
      userAgent: device.userAgent,
      given: body,
      services: services.webPush.services,
      correlationId,
    }),
);
