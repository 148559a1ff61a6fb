import * as z from 'zod';
import { Reach } from '@/lib/contracts/http/reach';
import { RemindAnnouncement } from '@/lib/contracts/http/reach-requests';
import { remindOutstanding, stopReminding } from '@/lib/domain/announcement/remind-outstanding';
import { userRoute } from '../../../route-wrapper';

const one = {
  tag: 'announcements',
  access: ['faculty', 'admin'],
  params: z.object({ id: z.string() }),
  result: Reach,
} as const;

export const POST = userRoute(
  {
    ...one,
    summary: 'Remind everybody who has not answered, once or until all have',
    body: RemindAnnouncement,
    bodyOptional: true,
    idempotent: true,
    problems: [
      'resource.not_found',
      'announcement.not_published',
      'announcement.nobody_outstanding',
      'announcement.reminded_just_now',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    remindOutstanding(services.unitOfWork, { actor: user, correlationId, id: params.id, ...body }),
);

export const DELETE = userRoute(
  { ...one, summary: 'Stop a reminder that runs', problems: ['resource.not_found'] },
  ({ params, user, correlationId, services }) =>
    stopReminding(services.unitOfWork, { actor: user, correlationId, id: params.id }),
);
