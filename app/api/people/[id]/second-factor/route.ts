import * as z from 'zod';
import { SecondFactorReset } from '@/lib/contracts/http/second-factor';
import { resetSecondFactor } from '@/lib/domain/session/reset-second-factor';
import { userRoute } from '../../../route-wrapper';

export const DELETE = userRoute(
  {
    summary: 'Take away the second factor of somebody who has lost it; their sessions end',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: SecondFactorReset,
    problems: ['resource.not_found'],
  },
  ({ user, params, correlationId, services }) =>
    resetSecondFactor(services.unitOfWork, { actor: user, userId: params.id, correlationId }),
);
