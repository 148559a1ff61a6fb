import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { AcknowledgeAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { acknowledgeAnnouncement } from '@/lib/domain/announcement/acknowledge-announcement';
import { markAnnouncementRead } from '@/lib/domain/notification/mark-read';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Acknowledge an announcement',
    tag: 'announcements',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    body: AcknowledgeAnnouncement,
    bodyOptional: true,
    result: AnnouncementView,
    problems: ['resource.not_found', 'announcement.not_published', 'announcement.acknowledgement_not_asked'],
  },
  async ({ params, body, user, correlationId, services }) => {
    const request = { actor: user, correlationId, id: params.id, revision: body.revision };
    const announcement = await acknowledgeAnnouncement(services.unitOfWork, request);
    // Each of the two may be done again alone: who has answered has read it.
    const read = { userId: user.userId, announcementId: announcement.id, correlationId };
    await markAnnouncementRead(services.unitOfWork, read);
    return announcement;
  },
);
