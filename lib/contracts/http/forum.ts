import * as z from 'zod/mini';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** How closely somebody follows: not at all, what they take part in, or everything. */
export const FollowLevel = z.enum(['muted', 'normal', 'watching']);
export type FollowLevel = z.infer<typeof FollowLevel>;

export const ForumAuthor = z.object({
  id: z.string(),
  name: z.string(),
  /** Teaches the course, or administers. */
  is_staff: z.boolean(),
});
export type ForumAuthor = z.infer<typeof ForumAuthor>;

const contribution = {
  id: z.string(),
  author: ForumAuthor,
  created_at: instant,
  edited_at: z.nullable(instant),
  /** Its place is kept while others have answered it; what it said is gone. */
  deleted_at: z.nullable(instant),
  /** By those who moderate: its words go to them and to its author alone. */
  hidden_at: z.nullable(instant),
  version: z.int(),
} as const;

/** A thread as one reader sees it. */
export const ForumPostView = z.object({
  ...contribution,
  course_id: z.string(),
  title: z.string(),
  /** Markdown; in a list its beginning. */
  content: z.string(),
  tags: z.array(z.string()),
  /** Of the post or its newest reply. */
  active_at: instant,
  reply_count: z.int(),
  pinned_at: z.nullable(instant),
  locked_at: z.nullable(instant),
  accepted_id: z.nullable(z.string()),
  /** The reader, who did not write it, has never opened it. */
  is_new: z.boolean(),
  /** Replies of others behind `read_seq`. */
  unread_count: z.int(),
  read_seq: z.int(),
  /** Of this thread alone; `null`: as in the whole course. */
  level: z.nullable(FollowLevel),
});
export type ForumPostView = z.infer<typeof ForumPostView>;

/** `GET /api/courses/{id}/forum`: what is pinned first, then the most lately active. */
export const ForumPostList = z.object({
  items: z.array(ForumPostView),
  next_cursor: z.nullable(z.string()),
});
export type ForumPostList = z.infer<typeof ForumPostList>;

export const ForumReplyView = z.object({
  ...contribution,
  post_id: z.string(),
  /** Its place in the thread, from 1. */
  seq: z.int(),
  /** The reply it answers; `null`: the post. */
  parent_id: z.nullable(z.string()),
  content: z.string(),
});
export type ForumReplyView = z.infer<typeof ForumReplyView>;

/** `GET /api/forum/posts/{id}`: with the accepted answer and what the reader may do. */
export const ForumThread = z.extend(ForumPostView, {
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  may_moderate: z.boolean(),
  may_reply: z.boolean(),
  accepted: z.nullable(ForumReplyView),
});
export type ForumThread = z.infer<typeof ForumThread>;

/** `GET /api/forum/posts/{id}/replies`: oldest first. */
export const ForumReplyList = z.object({
  items: z.array(ForumReplyView),
  /** `after` of the next page. */
  next_after: z.nullable(z.int()),
});
export type ForumReplyList = z.infer<typeof ForumReplyList>;

/** `GET /api/courses/{id}/forum/summary` */
export const ForumSummary = z.object({
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  may_moderate: z.boolean(),
  level: FollowLevel,
  /** Threads with something the reader has not read, without those that are muted. */
  unread_threads: z.int(),
  /** The most used first, at most 50. */
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
});
export type ForumSummary = z.infer<typeof ForumSummary>;

/** `POST /api/forum/posts/{id}/read` */
export const ForumRead = z.object({ post_id: z.string(), read_seq: z.int() });
export type ForumRead = z.infer<typeof ForumRead>;
