import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { unscheduleAnnouncement } from '@/lib/domain/announcement/unschedule-announcement';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Make a scheduled announcement a draft again',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: AnnouncementView,
    problems: ['resource.not_found', 'announcement.already_published', 'announcement.not_scheduled'],
  },
  ({ params, user, correlationId, services }) =>
    unscheduleAnnouncement(services.unitOfWork, { actor: user, correlationId, id: params.id }),
);
