import * as z from 'zod';
import { exportReach } from '@/lib/domain/announcement/export-reach';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The reach, one line a person, for a spreadsheet',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: z.string(),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'reach.csv',
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => exportReach(services.database.sql, user, params.id),
);
