import * as z from 'zod';
import { SessionsEnded } from '@/lib/contracts/http/session';
import { endSession } from '@/lib/domain/session/end-sessions';
import { userRoute } from '../../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Sign out one of the own sessions',
    tag: 'session',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: SessionsEnded,
    problems: ['resource.not_found'],
  },
  ({ user, params, correlationId, services }) =>
    endSession(services.unitOfWork, {
      userId: user.userId,
      currentId: user.sessionId,
      sessionId: params.id,
      correlationId,
    }),
);
