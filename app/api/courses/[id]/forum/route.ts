import { listPosts } from '@/lib/domain/forum/list-posts';
import { writePost } from '@/lib/domain/forum/write-post';
import { pageOf } from '../../../keyset-page';
import { userRoute } from '../../../route-wrapper';
import { listThreads, writeThread } from './declarations';

export const GET = userRoute(listThreads, ({ params, query, user, services }) =>
  listPosts(services.database.sql, user, params.id, {
    ...query,
    ...pageOf(`forum of ${params.id}`, query, 'name'),
  }),
);

export const POST = userRoute(writeThread, ({ params, body, user, correlationId, services }) =>
  writePost(services.unitOfWork, { actor: user, correlationId, courseId: params.id, given: body }),
);
