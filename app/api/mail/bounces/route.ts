import { BounceTaken } from '@/lib/contracts/http/mail';
import { TakeBounce } from '@/lib/contracts/http/mail-requests';
import { takeBounce } from '@/lib/domain/notification-channel/take-bounce';
import { programRoute } from '../../route-wrapper';

export const POST = programRoute(
  {
    summary: 'A mail that has come back, as it came: the report of a mail server',
    tag: 'service',
    secret: 'mailBounces',
    body: TakeBounce,
    bodyBytes: 2_000_000,
    result: BounceTaken,
    problems: ['resource.not_found'],
  },
  ({ body, correlationId, services }) =>
    takeBounce(services.unitOfWork, { message: body.message, correlationId }),
);
