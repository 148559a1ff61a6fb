import * as z from 'zod';
import { RevisionList } from '@/lib/contracts/http/announcement';
import { listRevisions } from '@/lib/domain/announcement/list-revisions';
import { findAnnouncement } from '@/lib/domain/announcement/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Earlier texts of an announcement, newest first',
    tag: 'announcements',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: RevisionList,
    problems: ['resource.not_found'],
  },
  async ({ params, user, services }) => {
    const announcement = await findAnnouncement(services.database.sql, user, params.id);
    if (!announcement) throw new DomainProblem('resource.not_found');
    return listRevisions(services.database.sql, announcement);
  },
);
