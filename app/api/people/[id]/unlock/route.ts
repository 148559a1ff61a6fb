import * as z from 'zod';
import { AccountUnlocked } from '@/lib/contracts/http/session';
import { unlockFor } from '@/lib/domain/session/unlock-for';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Unlock an account that is locked after too many wrong passwords',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: AccountUnlocked,
    problems: ['resource.not_found'],
  },
  ({ user, params, correlationId, services }) =>
    unlockFor(services.unitOfWork, { actor: user, userId: params.id, correlationId }),
);
