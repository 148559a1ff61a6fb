import { PasswordReset } from '@/lib/contracts/http/password';
import { ResetPassword } from '@/lib/contracts/http/password-requests';
import { resetPassword } from '@/lib/domain/session/reset-password';
import { publicRoute } from '../../route-wrapper';

export const POST = publicRoute(
  {
    summary: 'Set a password by the token of a mailed link, once; all sessions of the account end',
    tag: 'session',
    body: ResetPassword,
    result: PasswordReset,
    problems: ['password.link_invalid'],
  },
  async ({ body, device, correlationId, services }) => {
    await resetPassword(services.unitOfWork, { ...body, ...device, correlationId });
    return { done: true };
  },
);
