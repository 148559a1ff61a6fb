import * as z from 'zod';
import { CommandRetried } from '@/lib/contracts/http/notification-command';
import { retryFailed } from '@/lib/domain/notification/command/retry-failed';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Try again what a channel has given up',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: CommandRetried,
    problems: ['resource.not_found'],
  },
  ({ params, correlationId, services }) => retryFailed(services.unitOfWork, { correlationId, id: params.id }),
);
