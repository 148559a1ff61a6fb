import { deleteReply } from '@/lib/domain/forum/delete-contribution';
import { editReply } from '@/lib/domain/forum/edit-contribution';
import { userRoute } from '../../../route-wrapper';
import { deleteOne, editOne } from './declarations';

export const PATCH = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editReply(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    ifMatch,
    content: body.content,
  }),
);

export const DELETE = userRoute(deleteOne, async ({ params, ifMatch, user, correlationId, services }) => {
  await deleteReply(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch });
  return undefined;
});
