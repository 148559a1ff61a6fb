import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { forumKeys } from './forum-keys';

const fetchThread = () => import('@/lib/contracts/http/forum').then((module) => module.ForumThread);
const fetchReplies = () => import('@/lib/contracts/http/forum').then((module) => module.ForumReplyList);

export const postPath = (id: string) => `/api/forum/posts/${encodeURIComponent(id)}`;

/** The replies behind one of this number, the oldest first. */
export const repliesPath = (id: string, after = 0) => `${postPath(id)}/replies?limit=100&after=${after}`;

/** `GET /api/forum/posts/{id}` */
export function threadOptions(id: string) {
  return queryOptions({
    queryKey: forumKeys.thread(id),
    queryFn: ({ signal }) => requestJson(fetchThread, postPath(id), { signal }),
  });
}

/** `GET /api/forum/posts/{id}/replies`, oldest first. */
export function replyListOptions(id: string) {
  return infiniteQueryOptions({
    queryKey: forumKeys.replies(id),
    queryFn: ({ pageParam, signal }) => requestJson(fetchReplies, repliesPath(id, pageParam), { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_after,
  });
}
