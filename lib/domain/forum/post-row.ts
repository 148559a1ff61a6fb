import type { ForumPostView, ForumReplyView } from '@/lib/contracts/http/forum';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';

/** Who looks: parameters 1 and 2 of every statement made of the parts below. */
export interface ForumReader {
  readonly userId: string;
  readonly isStaff: boolean;
}

export const readerParameters = ({ userId, isStaff }: ForumReader) => [userId, isStaff] as const;

const author = (table: string, course: string) => `
  jsonb_build_object('id', author.id, 'name', author.name, 'is_staff', author.role = 'admin' OR EXISTS (
    SELECT 1 FROM course_faculty WHERE course_id = ${course} AND user_id = ${table}.author_id)) AS author`;

/** SQL: whether the words of a contribution go to the reader. */
const isReadable = (table: string) =>
  `(${table}.deleted_at IS NULL AND (${table}.hidden_at IS NULL OR $2::boolean OR ${table}.author_id = $1::uuid))`;

const common = (table: string) => `
  ${table}.id, ${isoTime(`${table}.created_at`)} AS created_at, ${isoTime(`${table}.edited_at`)} AS edited_at,
  ${isoTime(`${table}.deleted_at`)} AS deleted_at, ${isoTime(`${table}.hidden_at`)} AS hidden_at, ${table}.version`;

/** SQL over `forum_reply AS reply`: whether it counts as unread for the reader, who has read up to `own.read_seq`. */
const IS_UNREAD = `reply.seq > coalesce(own.read_seq, 0) AND reply.author_id <> $1::uuid
  AND reply.deleted_at IS NULL AND reply.hidden_at IS NULL`;

/** SQL over {@link POST_FROM}: the reader did not write it and has never opened it. */
export const IS_NEW = '(post.author_id <> $1::uuid AND own.read_at IS NULL)';

/** SQL over {@link POST_FROM}: something in the thread the reader has not read. */
export const HAS_UNREAD = `(${IS_NEW} OR EXISTS (
  SELECT 1 FROM forum_reply AS reply WHERE reply.post_id = post.id AND ${IS_UNREAD}))`;

/** SQL: a thread as the reader sees it; `content` as given, where they may read it. */
export const postColumns = (content: string) => `
  ${common('post')}, ${author('post', 'post.course_id')}, post.course_id,
  CASE WHEN ${isReadable('post')} THEN post.title ELSE '' END AS title,
  CASE WHEN ${isReadable('post')} THEN ${content} ELSE '' END AS content,
  CASE WHEN ${isReadable('post')} THEN post.tags ELSE '{}' END AS tags,
  ${isoTime('post.active_at')} AS active_at, post.reply_count, ${isoTime('post.pinned_at')} AS pinned_at,
  ${isoTime('post.locked_at')} AS locked_at, post.accepted_id, ${IS_NEW} AS is_new,
  (SELECT count(*)::int FROM forum_reply AS reply WHERE reply.post_id = post.id AND ${IS_UNREAD}) AS unread_count,
  coalesce(own.read_seq, 0) AS read_seq, own.level`;

export const POST_FROM = `
  FROM forum_post AS post
  JOIN app_user AS author ON author.id = post.author_id
  LEFT JOIN forum_reader AS own ON own.post_id = post.id AND own.user_id = $1::uuid`;

/** SQL over `forum_post AS post`: the reader finds it. Of a deleted one the place stays while somebody has answered. */
export const POST_SHOWN = `((post.hidden_at IS NULL OR $2::boolean OR post.author_id = $1::uuid)
  AND (post.deleted_at IS NULL OR post.reply_count > 0))`;

const REPLY_COLUMNS = `
  ${common('reply')}, ${author('reply', 'post.course_id')}, reply.post_id, reply.seq, reply.parent_id,
  CASE WHEN ${isReadable('reply')} THEN reply.content ELSE '' END AS content`;

const REPLY_FROM = `
  FROM forum_reply AS reply
  JOIN forum_post AS post ON post.id = reply.post_id
  JOIN app_user AS author ON author.id = reply.author_id`;

/** SQL: the reader can read it, or somebody has answered it and its place is kept. */
const REPLY_SHOWN = `(${isReadable('reply')} OR EXISTS (SELECT 1 FROM forum_reply AS answer
  WHERE answer.parent_id = reply.id AND answer.deleted_at IS NULL AND answer.hidden_at IS NULL))`;

/** A thread of whose course it is known that the reader may be in it; `null` where this one is not for them. */
export async function readPostRow(
  sql: SqlTx,
  reader: ForumReader,
  id: string,
): Promise<ForumPostView | null> {
  const { rows } = await sql.query<ForumPostView>(
    `SELECT ${postColumns('post.content')} ${POST_FROM} WHERE ${POST_SHOWN} AND post.id = $3`,
    [...readerParameters(reader), id],
  );
  return rows[0] ?? null;
}

/** Replies behind a place, oldest first. */
export async function readReplyRows(
  sql: SqlTx,
  reader: ForumReader,
  { postId, after, limit }: { postId: string; after: number; limit: number },
): Promise<ForumReplyView[]> {
  const { rows } = await sql.query<ForumReplyView>(
    `SELECT ${REPLY_COLUMNS} ${REPLY_FROM} WHERE ${REPLY_SHOWN} AND reply.post_id = $3 AND reply.seq > $4
     ORDER BY reply.seq LIMIT $5`,
    [...readerParameters(reader), postId, after, limit],
  );
  return rows;
}

export async function readReplyRow(
  sql: SqlTx,
  reader: ForumReader,
  id: string,
): Promise<ForumReplyView | null> {
  const { rows } = await sql.query<ForumReplyView>(
    `SELECT ${REPLY_COLUMNS} ${REPLY_FROM} WHERE ${isReadable('reply')} AND reply.id = $3`,
    [...readerParameters(reader), id],
  );
  return rows[0] ?? null;
}
