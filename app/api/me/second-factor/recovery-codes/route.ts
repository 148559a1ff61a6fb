import { RecoveryCodes } from '@/lib/contracts/http/second-factor';
import { GivenCode } from '@/lib/contracts/http/second-factor-requests';
import { renewRecoveryCodes } from '@/lib/domain/session/second-factor';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'New recovery codes in the place of all earlier ones, for a code',
    tag: 'session',
    access: 'signed-in',
    body: GivenCode,
    result: RecoveryCodes,
    problems: ['auth.too_many_attempts'],
  },
  ({ user, body, correlationId, services }) => renewRecoveryCodes(services, { user, ...body, correlationId }),
);
