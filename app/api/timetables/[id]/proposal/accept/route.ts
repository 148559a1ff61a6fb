import * as z from 'zod';
import { AcceptedProposal } from '@/lib/contracts/http/timetable-proposal';
import { acceptProposal } from '@/lib/domain/timetable/accept-proposal';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Move the classes of a draft to where its proposal has them',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: AcceptedProposal,
    ifMatch: 'required',
    problems: ['resource.not_found', 'timetable.no_place'],
  },
  ({ params, ifMatch, user, correlationId, services }) =>
    acceptProposal(services.unitOfWork, services.proposals, {
      actor: user,
      correlationId,
      timetableId: params.id,
      ifMatch,
    }),
);
