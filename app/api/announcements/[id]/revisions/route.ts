import * as z from 'zod';
import { RevisionList } from '@/lib/contracts/http/announcement';
import { listRevisions } from '@/lib/domain/announcement/list-revisions';
import { readAnnouncement } from '@/lib/domain/announcement/queries';
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
    const { sql } = services.database;
    return listRevisions(sql, await readAnnouncement(sql, user, params.id));
  },
);
