import * as z from 'zod';
import { ForumReplyView } from '@/lib/contracts/http/forum';
import { EditForumReply, HideForumReply, ReportContent } from '@/lib/contracts/http/forum-requests';

const ofReply = { tag: 'forum', access: 'signed-in', params: z.object({ id: z.string() }) } as const;

export const editOne = {
  ...ofReply,
  summary: 'Edit a reply one has written',
  body: EditForumReply,
  result: ForumReplyView,
  ifMatch: 'required',
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const deleteOne = {
  ...ofReply,
  summary: 'Delete a reply one has written; while it is answered its place stays',
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const hideOne = {
  ...ofReply,
  summary: 'Hide a reply or show it again, for those who moderate',
  body: HideForumReply,
  result: ForumReplyView,
  problems: ['resource.not_found', 'auth.forbidden'],
} as const;

export const reportOne = {
  ...ofReply,
  summary: 'Report a reply to those who moderate',
  body: ReportContent,
  result: z.undefined(),
  status: 204,
  problems: ['resource.not_found', 'content_report.own'],
} as const;
