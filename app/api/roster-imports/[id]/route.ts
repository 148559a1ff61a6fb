import * as z from 'zod';
import { RosterPlan } from '@/lib/contracts/http/roster-import';
import { readRosterPlan } from '@/lib/domain/roster-import/queries';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What a dry run of OneRoster files has shown',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: RosterPlan,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readRosterPlan(services.database.sql, { actor: user, id: params.id }),
);
