import * as z from 'zod';
import { ProposeTimetable } from '@/lib/contracts/http/plan-requests';
import { TimetableProposal } from '@/lib/contracts/http/timetable-proposal';
import { cancelProposal, proposeDraft, readProposal } from '@/lib/domain/timetable/propose-draft';
import { userRoute } from '../../../route-wrapper';

const one = { tag: 'timetable', access: ['admin'], params: z.object({ id: z.string() }) } as const;

export const POST = userRoute(
  {
    ...one,
    summary: 'Begin to search a better place for every class of a draft that is not locked',
    body: ProposeTimetable,
    status: 202,
    result: TimetableProposal,
    problems: ['resource.not_found', 'timetable.proposal_running', 'timetable.no_place'],
  },
  ({ params, body, services }) =>
    proposeDraft(services.database.sql, services.proposals, {
      timetableId: params.id,
      seconds: body.seconds,
    }),
);

export const GET = userRoute(
  {
    ...one,
    summary: 'How far the search is, and the penalty of the best so far by part',
    result: TimetableProposal,
    problems: ['resource.not_found'],
  },
  ({ params, services }) => readProposal(services.database.sql, services.proposals, params.id),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'End the search and keep the best so far; of one that has ended, forget it',
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found'],
  },
  async ({ params, services }) => {
    cancelProposal(services.proposals, params.id);
    return undefined;
  },
);
