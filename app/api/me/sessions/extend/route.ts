import { SessionExtended } from '@/lib/contracts/http/session';
import { extendSession } from '@/lib/domain/session/extend-session';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Stay signed in: the session that asks goes on',
    tag: 'session',
    access: 'signed-in',
    result: SessionExtended,
  },
  ({ user, device, correlationId, services }) =>
    extendSession(services, { userId: user.userId, sessionId: user.sessionId, ...device, correlationId }),
);
