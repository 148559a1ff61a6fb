import * as z from 'zod';
import { findAnnouncement } from '@/lib/domain/announcement/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  { access: 'signed-in', params: z.object({ id: z.string() }) },
  async ({ params, user, services }) => {
    const announcement = await findAnnouncement(services.database.sql, user, params.id);
    if (!announcement) throw new DomainProblem('resource.not_found');
    return announcement;
  },
);
