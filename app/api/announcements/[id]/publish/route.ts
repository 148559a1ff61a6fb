import * as z from 'zod';
import { publishAnnouncement } from '@/lib/domain/announcement/publish-announcement';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  { access: ['admin'], params: z.object({ id: z.string() }) },
  ({ params, user, correlationId, services }) =>
    publishAnnouncement(services.unitOfWork, { actor: user, correlationId, id: params.id }),
);
