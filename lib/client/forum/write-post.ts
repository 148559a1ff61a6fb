import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditForumPost, WriteForumPost } from '@/lib/contracts/http/forum-requests';
import { requestJson } from '../http/request-json';
import { forumKeys } from './forum-keys';
import { postPath } from './get-thread';
import { forumPath } from './list-posts';

const fetchPost = () => import('@/lib/contracts/http/forum').then((module) => module.ForumPostView);

/** `POST /api/courses/{id}/forum`, once for a key. */
export function useWritePost(courseId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: WriteForumPost }) =>
      requestJson(fetchPost, forumPath(courseId), { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}

/** `PATCH /api/forum/posts/{id}` over the version that was seen. */
export function useEditPost({ id, version }: { id: string; version: number }) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditForumPost) =>
      requestJson(fetchPost, postPath(id), { method: 'PATCH', body, ifMatch: `v${version}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}
