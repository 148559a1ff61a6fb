import { PushTested } from '@/lib/contracts/http/push-subscription';
import { sendTest } from '@/lib/domain/push-subscription/send-test';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'A push to each of the own browsers, to see whether it arrives',
    tag: 'notifications',
    access: 'signed-in',
    result: PushTested,
  },
  ({ user, services }) =>
    sendTest(services.database.sql, services.webPush.send, { userId: user.userId, locale: user.locale }),
);
