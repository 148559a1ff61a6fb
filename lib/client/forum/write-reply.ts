import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WriteForumReply } from '@/lib/contracts/http/forum-requests';
import { requestJson } from '../http/request-json';
import { forumKeys } from './forum-keys';
import { postPath } from './get-thread';

const fetchReply = () => import('@/lib/contracts/http/forum').then((module) => module.ForumReplyView);

export const replyPath = (id: string) => `/api/forum/replies/${encodeURIComponent(id)}`;

/** `POST /api/forum/posts/{id}/replies`, once for a key. */
export function useWriteReply(postId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: WriteForumReply }) =>
      requestJson(fetchReply, `${postPath(postId)}/replies`, { method: 'POST', body, idempotencyKey: key }),
    // Until the replies have come anew it is shown as on its way.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}

/** `PATCH /api/forum/replies/{id}` over the version that was seen. */
export function useEditReply({ id, version }: { id: string; version: number }) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (content: string) =>
      requestJson(fetchReply, replyPath(id), { method: 'PATCH', body: { content }, ifMatch: `v${version}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}
