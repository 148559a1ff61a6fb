import { Phone } from '@/lib/contracts/http/phone';
import { ChangePhone } from '@/lib/contracts/http/phone-requests';
import { changePhone, readPhone } from '@/lib/domain/user/change-phone';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  { summary: 'Where text messages go', tag: 'session', access: 'signed-in', result: Phone },
  ({ user, services }) => readPhone(services.database.sql, user.userId),
);

export const PUT = userRoute(
  {
    summary: 'Say where text messages go',
    tag: 'session',
    access: 'signed-in',
    body: ChangePhone,
    result: Phone,
  },
  ({ user, body, correlationId, services }) =>
    changePhone(services.unitOfWork, { userId: user.userId, phone: body.phone, correlationId }),
);
