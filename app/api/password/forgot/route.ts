import { ResetRequested } from '@/lib/contracts/http/password';
import { ForgotPassword } from '@/lib/contracts/http/password-requests';
import { requestPasswordReset } from '@/lib/domain/session/request-password-reset';
import { publicRoute } from '../../route-wrapper';

export const POST = publicRoute(
  {
    summary: 'Mail a link that sets a new password; the answer does not say whether there is such an account',
    tag: 'session',
    body: ForgotPassword,
    result: ResetRequested,
    problems: ['auth.too_many_attempts'],
  },
  async ({ body, device, correlationId, services }) => {
    await requestPasswordReset(services, { ...body, ...device, correlationId });
    return { accepted: true };
  },
);
