import { deletePost } from '@/lib/domain/forum/delete-contribution';
import { editPost } from '@/lib/domain/forum/edit-contribution';
import { readThread } from '@/lib/domain/forum/take-contribution';
import { userRoute } from '../../../route-wrapper';
import { deleteOne, editOne, readOne } from './declarations';

export const GET = userRoute(readOne, ({ params, user, services }) =>
  readThread(services.database.sql, user, params.id),
);

export const PATCH = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editPost(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, change: body }),
);

export const DELETE = userRoute(deleteOne, async ({ params, ifMatch, user, correlationId, services }) => {
  await deletePost(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch });
  return undefined;
});
