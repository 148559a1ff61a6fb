import { SecondFactorBegun, SecondFactorState } from '@/lib/contracts/http/second-factor';
import { beginSecondFactor, describeSecondFactor } from '@/lib/domain/session/second-factor';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the own second factor stands',
    tag: 'session',
    access: 'signed-in',
    result: SecondFactorState,
  },
  ({ user, services }) => describeSecondFactor(services.database.sql, user.userId),
);

export const POST = userRoute(
  {
    summary: 'Begin with a second factor: a key for an authenticator app, to be confirmed by a code',
    tag: 'session',
    access: 'signed-in',
    beforeSecondFactor: 'enrolment',
    result: SecondFactorBegun,
    problems: ['second_factor.already_on'],
  },
  ({ user, correlationId, services }) => beginSecondFactor(services, { user, correlationId }),
);
