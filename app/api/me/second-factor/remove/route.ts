import { SecondFactorPassed } from '@/lib/contracts/http/second-factor';
import { RemoveSecondFactor } from '@/lib/contracts/http/second-factor-requests';
import { removeSecondFactor } from '@/lib/domain/session/second-factor';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Do without the second factor, for a code or the password',
    tag: 'session',
    access: 'signed-in',
    body: RemoveSecondFactor,
    result: SecondFactorPassed,
    problems: ['auth.too_many_attempts'],
  },
  async ({ user, body, correlationId, services }) => {
    await removeSecondFactor(services, { user, ...body, correlationId });
    return { done: true };
  },
);
