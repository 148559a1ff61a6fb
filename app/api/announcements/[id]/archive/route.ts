import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ArchiveAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { archiveAnnouncement } from '@/lib/domain/announcement/archive-announcement';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Put an announcement into the archive, or take it out',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: ArchiveAnnouncement,
    bodyOptional: true,
    result: AnnouncementView,
    ifMatch: 'optional',
    problems: ['resource.not_found'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    archiveAnnouncement(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      ifMatch: ifMatch ?? undefined,
      ...body,
    }),
);
