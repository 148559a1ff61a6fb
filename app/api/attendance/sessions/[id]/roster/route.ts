import * as z from 'zod';
import { RosterAt } from '@/lib/contracts/http/attendance-correction';
import { RosterAtQuery } from '@/lib/contracts/http/attendance-correction-requests';
import { rosterAt } from '@/lib/domain/attendance/roster-at';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'A class as its marks were at an instant; students see their own',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    query: RosterAtQuery,
    result: RosterAt,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    rosterAt(services.database.sql, user, { id: params.id, at: query.at }),
);
