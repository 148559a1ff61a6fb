import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { PublishAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { publishAnnouncement } from '@/lib/domain/announcement/publish-announcement';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Publish a draft, now or at a time to come',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: PublishAnnouncement,
    bodyOptional: true,
    result: AnnouncementView,
    problems: [
      'resource.not_found',
      'announcement.already_published',
      'announcement.archived',
      'announcement.nobody_targeted',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    publishAnnouncement(services.unitOfWork, { actor: user, correlationId, id: params.id, when: body }),
);
