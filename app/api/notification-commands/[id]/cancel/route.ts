import * as z from 'zod';
import { CommandView } from '@/lib/contracts/http/notification-command';
import { CancelNotification } from '@/lib/contracts/http/notification-command-requests';
import { withdrawCommand } from '@/lib/domain/notification/command/withdraw-command';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Take back what is scheduled',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: CancelNotification,
    bodyOptional: true,
    result: CommandView,
    problems: ['resource.not_found', 'notification.not_scheduled'],
  },
  ({ params, body, user, correlationId, services }) =>
    withdrawCommand(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      reason: body.reason,
    }),
);
