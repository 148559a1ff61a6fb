import { deleteEntry } from '@/lib/domain/timetable/delete-entry';
import { editEntry } from '@/lib/domain/timetable/edit-entry';
import { userRoute } from '../../../route-wrapper';
import { deleteOne, editOne } from './declarations';

export const PUT = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editEntry(services.unitOfWork, { actor: user, correlationId, entryId: params.id, ifMatch, entry: body }),
);

export const DELETE = userRoute(deleteOne, async ({ params, ifMatch, user, correlationId, services }) => {
  await deleteEntry(services.unitOfWork, { actor: user, correlationId, entryId: params.id, ifMatch });
  return undefined;
});
