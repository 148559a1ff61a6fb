import { ChangePassword } from '@/lib/contracts/http/password-requests';
import { SessionsEnded } from '@/lib/contracts/http/session';
import { changePassword } from '@/lib/domain/session/change-password';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Change the own password; all other sessions end',
    tag: 'session',
    access: 'signed-in',
    body: ChangePassword,
    result: SessionsEnded,
    problems: ['auth.too_many_attempts'],
  },
  ({ user, body, device, correlationId, services }) =>
    changePassword(services, {
      user,
      currentPassword: body.current_password,
      password: body.password,
      ...device,
      correlationId,
    }),
);
