import { cancelProposal, proposeDraft, readProposal } from '@/lib/domain/timetable/propose-draft';
import { userRoute } from '../../../route-wrapper';
import { beginOne, endOne, readOne } from './declarations';

export const POST = userRoute(beginOne, ({ params, body, services }) =>
  proposeDraft(services.database.sql, services.proposals, { timetableId: params.id, seconds: body.seconds }),
);

export const GET = userRoute(readOne, ({ params, services }) =>
  readProposal(services.database.sql, services.proposals, params.id),
);

export const DELETE = userRoute(endOne, async ({ params, services }) => {
  cancelProposal(services.proposals, params.id);
  return undefined;
});
