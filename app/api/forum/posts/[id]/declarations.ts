import * as z from 'zod';
import {
  ForumPostView,
  ForumRead,
  ForumReplyList,
  ForumReplyView,
  ForumThread,
} from '@/lib/contracts/http/forum';
import {
  AcceptAnswer,
  EditForumPost,
  FollowForumPost,
  ForumReplyQuery,
  ModerateForumPost,
  ReadForumPost,
  ReportContent,
  WriteForumReply,
} from '@/lib/contracts/http/forum-requests';

const ofPost = {
  tag: 'forum',
  access: 'signed-in',
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

// What is read of it and how many replies it has is told with it, so an answer has no entity tag; an edit names its version.
export const readOne = {
  ...ofPost,
  summary: 'One thread, without its replies',
  result: ForumThread,
} as const;

export const editOne = {
  ...ofPost,
  summary: 'Edit a thread one has written',
  body: EditForumPost,
  result: ForumPostView,
  ifMatch: 'required',
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const deleteOne = {
  ...ofPost,
  summary: 'Delete a thread one has written; while it has replies its place stays',
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const moderateOne = {
  ...ofPost,
  summary: 'Pin, lock or hide a thread, for those who moderate',
  body: ModerateForumPost,
  result: ForumPostView,
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const acceptOne = {
  ...ofPost,
  summary: 'Say which reply is the answer, for who asked and those who moderate',
  body: AcceptAnswer,
  result: ForumThread,
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const readUpTo = {
  ...ofPost,
  summary: 'A thread is opened, and its replies are read up to a place',
  body: ReadForumPost,
  result: ForumRead,
} as const;

export const followOne = {
  ...ofPost,
  summary: 'How closely the caller follows a thread',
  body: FollowForumPost,
  result: z.undefined(),
  status: 204,
} as const;

export const reportOne = {
  ...ofPost,
  summary: 'Report a thread to those who moderate',
  body: ReportContent,
  result: z.undefined(),
  status: 204,
  problems: ['resource.not_found', 'content_report.own'],
} as const;

export const listReplies = {
  ...ofPost,
  summary: 'The replies of a thread, oldest first',
  query: ForumReplyQuery,
  result: ForumReplyList,
} as const;

export const writeReply = {
  ...ofPost,
  summary: 'Answer a thread, or a reply in it',
  body: WriteForumReply,
  status: 201,
  result: ForumReplyView,
  idempotent: true,
  problems: ['resource.not_found', 'forum.locked', 'rate.limited'],
} as const;
