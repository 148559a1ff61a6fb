import type { ForumPostQuery } from '@/lib/contracts/http/forum-requests';

export type ForumFilter = Partial<Pick<ForumPostQuery, 'query' | 'show' | 'tag'>>;

/** Query keys of the forums of courses, their threads and what is said in them. */
export const forumKeys = {
  all: ['forum'] as const,
  summaries: ['forum', 'summary'] as const,
  summary: (courseId: string) => ['forum', 'summary', courseId] as const,
  lists: ['forum', 'list'] as const,
  list: (courseId: string, filter: ForumFilter) => ['forum', 'list', courseId, filter] as const,
  threads: ['forum', 'thread'] as const,
  thread: (postId: string) => ['forum', 'thread', postId] as const,
  replies: (postId: string) => ['forum', 'replies', postId] as const,
};
