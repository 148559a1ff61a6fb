import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { findAnnouncement } from '@/lib/domain/announcement/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'One announcement',
    tag: 'announcements',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: AnnouncementView,
    problems: ['resource.not_found'],
  },
  async ({ params, user, services }) => {
    const announcement = await findAnnouncement(services.database.sql, user, params.id);
    if (!announcement) throw new DomainProblem('resource.not_found');
    return announcement;
  },
);
