import * as z from 'zod';
import { markRead } from '@/lib/domain/notification/mark-read';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  { access: 'signed-in', params: z.object({ id: z.string() }) },
  ({ params, user, correlationId, services }) =>
    markRead(services.unitOfWork, { userId: user.userId, id: params.id, correlationId }),
);
