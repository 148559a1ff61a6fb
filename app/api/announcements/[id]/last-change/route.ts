import * as z from 'zod';
import { LastChange } from '@/lib/contracts/http/announcement';
import { readLastChange } from '@/lib/domain/announcement/read-last-change';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who made the newest version of an announcement, and when',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: LastChange,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readLastChange(services.database.sql, user, params.id),
);
