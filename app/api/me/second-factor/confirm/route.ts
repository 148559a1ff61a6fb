import { RecoveryCodes } from '@/lib/contracts/http/second-factor';
import { GivenCode } from '@/lib/contracts/http/second-factor-requests';
import { confirmSecondFactor } from '@/lib/domain/session/second-factor';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Confirm the second factor by a code of the app; answers with the recovery codes, this once',
    tag: 'session',
    access: 'signed-in',
    beforeSecondFactor: 'enrolment',
    body: GivenCode,
    result: RecoveryCodes,
    problems: ['second_factor.already_on', 'auth.too_many_attempts'],
  },
  ({ user, body, correlationId, services }) =>
    confirmSecondFactor(services, { user, ...body, correlationId }),
);
