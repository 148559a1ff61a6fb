import * as z from 'zod';
import { ForumPostList, ForumPostView, ForumSummary } from '@/lib/contracts/http/forum';
import { FollowForum, ForumPostQuery, WriteForumPost } from '@/lib/contracts/http/forum-requests';

const ofCourse = {
  tag: 'forum',
  access: 'signed-in',
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

export const listThreads = {
  ...ofCourse,
  summary: 'The threads of a course: what is pinned first, then the most lately active',
  query: ForumPostQuery,
  result: ForumPostList,
} as const;

export const writeThread = {
  ...ofCourse,
  summary: 'Begin a thread in the discussion of a course',
  body: WriteForumPost,
  status: 201,
  result: ForumPostView,
  idempotent: true,
  problems: ['resource.not_found', 'rate.limited'],
} as const;

export const readSummaryOf = {
  ...ofCourse,
  summary:
    'How much of the discussion of a course is unread, its tags, and how closely the caller follows it',
  result: ForumSummary,
} as const;

export const followCourse = {
  ...ofCourse,
  summary: 'How closely the caller follows the discussion of a course',
  body: FollowForum,
  result: z.undefined(),
  status: 204,
} as const;

export const readAll = {
  ...ofCourse,
  summary: 'All of the discussion of a course is read',
  result: z.undefined(),
  status: 204,
} as const;
