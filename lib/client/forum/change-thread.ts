import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FollowLevel } from '@/lib/contracts/http/forum';
import type { ModerateForumPost } from '@/lib/contracts/http/forum-requests';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { forumKeys } from './forum-keys';
import { postPath } from './get-thread';
import { forumPath } from './list-posts';
import { replyPath } from './write-reply';

/** What can be done with a contribution, beside writing. */
export type ForumDeed =
  | { deed: 'delete' | 'report'; kind: 'post' | 'reply'; id: string; reason?: string }
  | { deed: 'moderate'; id: string; change: ModerateForumPost }
  | { deed: 'hide'; id: string; hidden: boolean }
  | { deed: 'accept'; id: string; replyId: string | null }
  | { deed: 'follow'; id: string; level: FollowLevel | null };

/** What of the answers is needed is asked for again. */
export function useForumDeed() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (asked: ForumDeed) => {
      const [path, method, body] = requestOf(asked);
      return requestJson(anyAnswer, path, { method, ...(body === undefined ? {} : { body }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}

function requestOf(asked: ForumDeed): [path: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown] {
  switch (asked.deed) {
    case 'delete':
      return [(asked.kind === 'post' ? postPath : replyPath)(asked.id), 'DELETE'];
    case 'report':
      return [
        `${(asked.kind === 'post' ? postPath : replyPath)(asked.id)}/report`,
        'POST',
        { reason: asked.reason },
      ];
    case 'moderate':
      return [`${postPath(asked.id)}/moderate`, 'POST', asked.change];
    case 'hide':
      return [`${replyPath(asked.id)}/hide`, 'POST', { hidden: asked.hidden }];
    case 'accept':
      return [`${postPath(asked.id)}/accept`, 'POST', { reply_id: asked.replyId }];
    case 'follow':
      return [`${postPath(asked.id)}/follow`, 'PUT', { level: asked.level }];
  }
}

/** `PUT /api/courses/{id}/forum/follow`, `POST /api/courses/{id}/forum/read` */
export function useCourseForumDeed(courseId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (asked: { level: FollowLevel } | 'read') =>
      asked === 'read'
        ? requestJson(anyAnswer, `${forumPath(courseId)}/read`, { method: 'POST' })
        : requestJson(anyAnswer, `${forumPath(courseId)}/follow`, { method: 'PUT', body: asked }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: forumKeys.all }),
  });
}
