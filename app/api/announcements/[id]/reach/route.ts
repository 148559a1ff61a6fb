import * as z from 'zod';
import { ReachBoard } from '@/lib/contracts/http/reach';
import { ReachQuery } from '@/lib/contracts/http/reach-requests';
import { measureReach } from '@/lib/domain/announcement/measure-reach';
import { listReached } from '@/lib/domain/reach/queries';
import { pageOf } from '../../../keyset-page';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How far an announcement has come, and the people behind the numbers',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    query: ReachQuery,
    result: ReachBoard,
    problems: ['resource.not_found'],
  },
  async ({ params, query, user, services }) => {
    const { sql } = services.database;
    const reach = await measureReach(sql, user, params.id);
    const page = pageOf(`reach ${params.id}`, query, 'name');
    return { ...reach, ...(await listReached(sql, reach.announcement_id, { ...query, ...page })) };
  },
);
