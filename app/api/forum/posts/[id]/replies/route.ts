import { listReplies as readReplies } from '@/lib/domain/forum/list-posts';
import { writeReply as addReply } from '@/lib/domain/forum/write-reply';
import { userRoute } from '../../../../route-wrapper';
import { listReplies, writeReply } from '../declarations';

export const GET = userRoute(listReplies, ({ params, query, user, services }) =>
  readReplies(services.database.sql, user, { ...query, id: params.id }),
);

export const POST = userRoute(writeReply, ({ params, body, user, correlationId, services }) =>
  addReply(services.unitOfWork, { actor: user, correlationId, postId: params.id, given: body }),
);
