import { describeMe } from '@/app/describe-me';
import { Me } from '@/lib/contracts/http/me';
import { ChangeProfile } from '@/lib/contracts/http/me-requests';
import { changeProfile } from '@/lib/domain/user/change-profile';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { summary: 'Who is signed in', tag: 'session', access: 'signed-in', result: Me },
  ({ user }) => describeMe(user),
);

export const PATCH = userRoute(
  {
    summary: 'Choose a language and a time zone',
    tag: 'session',
    access: 'signed-in',
    body: ChangeProfile,
    result: Me,
  },
  async ({ user, body, correlationId, services }) => {
    const request = { userId: user.userId, change: body, correlationId };
    return { ...(await describeMe(user)), ...(await changeProfile(services.unitOfWork, request)) };
  },
);
