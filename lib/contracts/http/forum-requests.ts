import * as z from 'zod';
import { FollowLevel } from './forum';
import { humanText, searchText } from './text';

export const LONGEST_POST = 20_000;
export const MOST_TAGS = 5;

const title = humanText(1, 200);
const content = humanText(1, LONGEST_POST);
const tags = z.array(humanText(1, 30)).max(MOST_TAGS);

/** `GET /api/courses/{id}/forum` */
export const ForumPostQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  /** With something the reader has not read, without a reply, or where the reader has written. */
  show: z.enum(['unread', 'unanswered', 'mine']).optional(),
  tag: humanText(1, 30).optional(),
  /** Words that title, text or a reply hold. */
  query: searchText().optional(),
});
export type ForumPostQuery = z.output<typeof ForumPostQuery>;

/** `POST /api/courses/{id}/forum`. The content is Markdown; tags are kept in small letters. */
export const WriteForumPost = z.strictObject({ title, content, tags: tags.default([]) });
export type WriteForumPost = z.output<typeof WriteForumPost>;

/** `PATCH /api/forum/posts/{id}` with `If-Match`: what is left out stays. */
export const EditForumPost = z.strictObject({
  title: title.optional(),
  content: content.optional(),
  tags: tags.optional(),
});
export type EditForumPost = z.output<typeof EditForumPost>;

/** `POST /api/forum/posts/{id}/moderate`: what is left out stays. */
export const ModerateForumPost = z.strictObject({
  pinned: z.boolean().optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
});
export type ModerateForumPost = z.output<typeof ModerateForumPost>;

/** `POST /api/forum/posts/{id}/accept`; `null` takes it back. */
export const AcceptAnswer = z.strictObject({ reply_id: z.uuid().nullable() });

export const ForumReplyQuery = z.object({
  /** Replies behind this place. */
  after: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ForumReplyQuery = z.output<typeof ForumReplyQuery>;

/** `POST /api/forum/posts/{id}/replies` */
export const WriteForumReply = z.strictObject({ content, parent_id: z.uuid().nullish() });
export type WriteForumReply = z.output<typeof WriteForumReply>;

/** `PATCH /api/forum/replies/{id}` with `If-Match` */
export const EditForumReply = z.strictObject({ content });

/** `POST /api/forum/replies/{id}/hide` */
export const HideForumReply = z.strictObject({ hidden: z.boolean() });

/** `POST /api/forum/posts/{id}/read`: the thread is opened, and its replies read up to this place. */
export const ReadForumPost = z.strictObject({ seq: z.int().min(0).max(2_000_000_000) });

/** `PUT /api/courses/{id}/forum/follow` */
export const FollowForum = z.strictObject({ level: FollowLevel });
/** `PUT /api/forum/posts/{id}/follow`; `null`: as in the whole course. */
export const FollowForumPost = z.strictObject({ level: z.nullable(FollowLevel) });

/** `POST /api/forum/posts/{id}/report`, `POST /api/forum/replies/{id}/report` */
export const ReportContent = z.strictObject({ reason: humanText(1, 500) });
