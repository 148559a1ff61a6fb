import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { publishAnnouncement } from '@/lib/domain/announcement/publish-announcement';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Publish a draft',
    tag: 'announcements',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: AnnouncementView,
    problems: ['resource.not_found', 'announcement.already_published'],
  },
  ({ params, user, correlationId, services }) =>
    publishAnnouncement(services.unitOfWork, { actor: user, correlationId, id: params.id }),
);
