import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ForumThread } from '@/lib/contracts/http/forum';
import { patchQueries } from '../http/patch-query';
import { requestJson } from '../http/request-json';
import { forumKeys } from './forum-keys';
import { postPath } from './get-thread';

const fetchShape = () => import('@/lib/contracts/http/forum').then((module) => module.ForumRead);

/** `POST /api/forum/posts/{id}/read`: the lists follow, the open thread is as it was. */
export function useMarkThreadRead(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (seq: number) =>
      requestJson(fetchShape, `${postPath(id)}/read`, { method: 'POST', body: { seq } }),
    onSuccess: ({ read_seq }) => {
      patchQueries<ForumThread>(queryClient, forumKeys.thread(id), (thread) => ({
        ...thread,
        read_seq: Math.max(thread.read_seq, read_seq),
        is_new: false,
      }));
      void queryClient.invalidateQueries({ queryKey: forumKeys.lists });
      void queryClient.invalidateQueries({ queryKey: forumKeys.summaries });
    },
  });
}
