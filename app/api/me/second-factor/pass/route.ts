import { SecondFactorPassed } from '@/lib/contracts/http/second-factor';
import { GivenCode } from '@/lib/contracts/http/second-factor-requests';
import { passSecondFactor } from '@/lib/domain/session/pass-second-factor';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Show the code that a new session waits for; from then on it is good for everything',
    tag: 'session',
    access: 'signed-in',
    beforeSecondFactor: 'code',
    body: GivenCode,
    result: SecondFactorPassed,
    problems: ['auth.too_many_attempts'],
  },
  async ({ user, body, device, correlationId, services }) => {
    await passSecondFactor(services, { user, ...body, ...device, correlationId });
    return { done: true };
  },
);
