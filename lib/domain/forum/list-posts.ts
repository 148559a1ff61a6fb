import type { ForumPostList, ForumPostView, ForumReplyList, ForumSummary } from '@/lib/contracts/http/forum';
import type { ForumPostQuery, ForumReplyQuery } from '@/lib/contracts/http/forum-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import type { SignedIn } from '../session/authenticate';
import { HAS_UNREAD, POST_FROM, POST_SHOWN, postColumns, readerParameters, readReplyRows } from './post-row';
import { seeForum } from './see-forum';
import { seePost } from './take-contribution';

type Filter = Pick<ForumPostQuery, 'show' | 'tag' | 'query'>;

/** What is pinned first, then the most lately active. @throws {DomainProblem} `resource.not_found` */
export async function listPosts(
  sql: SqlTx,
  actor: SignedIn,
  courseId: string,
  page: KeysetPage & Filter,
): Promise<ForumPostList> {
  const { isStaff } = await seeForum(sql, actor, courseId);
  const { rows } = await sql.query<ForumPostView & { cursor_at: string }>(LIST, [
    ...readerParameters({ userId: actor.userId, isStaff }),
    courseId,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
    page.show ?? null,
    page.tag?.toLowerCase() ?? null,
    containsPattern(page.query),
  ]);
  return pageOfRows(rows, page);
}

/** Oldest first. @throws {DomainProblem} `resource.not_found` */
export async function listReplies(
  sql: SqlTx,
  actor: SignedIn,
  { id, after, limit }: ForumReplyQuery & { id: string },
): Promise<ForumReplyList> {
  const { reader } = await seePost(sql, actor, id);
  const rows = await readReplyRows(sql, reader, { postId: id, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return { items, next_after: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** What stands above the list. @throws {DomainProblem} `resource.not_found` */
export async function readSummary(sql: SqlTx, actor: SignedIn, courseId: string): Promise<ForumSummary> {
  const { course, isStaff } = await seeForum(sql, actor, courseId);
  const { rows } = await sql.query<Pick<ForumSummary, 'level' | 'unread_threads' | 'tags'>>(SUMMARY, [
    ...readerParameters({ userId: actor.userId, isStaff }),
    courseId,
  ]);
  const counted = rows[0] ?? { level: 'normal', unread_threads: 0, tags: [] };
  return { course, may_moderate: isStaff, ...counted };
}

/** As much of a thread's text as a list shows. */
const BEGINNING = 'left(post.content, 200)';
/** Pinned before all else; a text, so that one cursor says both. */
const PLACE = `(CASE WHEN post.pinned_at IS NULL THEN '0 ' ELSE '1 ' END || ${cursorTime('post.active_at')}) COLLATE "C"`;

const LIST = `
  SELECT ${postColumns(BEGINNING)}, ${PLACE} AS cursor_at
  ${POST_FROM}
  WHERE post.course_id = $3 AND ${POST_SHOWN}
    AND ($4::text IS NULL OR (${PLACE}, post.id) < ($4, $5::uuid))
    AND ($7::text IS DISTINCT FROM 'unread' OR ${HAS_UNREAD})
    AND ($7::text IS DISTINCT FROM 'unanswered' OR (post.reply_count = 0 AND post.locked_at IS NULL))
    AND ($7::text IS DISTINCT FROM 'mine' OR post.author_id = $1 OR EXISTS (
      SELECT 1 FROM forum_reply AS written WHERE written.post_id = post.id AND written.author_id = $1
        AND written.deleted_at IS NULL))
    AND ($8::text IS NULL OR (post.deleted_at IS NULL AND $8 = ANY (post.tags)))
    AND ($9::text IS NULL OR (post.deleted_at IS NULL AND (post.title ILIKE $9 OR post.content ILIKE $9)) OR EXISTS (
      SELECT 1 FROM forum_reply AS said WHERE said.post_id = post.id AND said.content ILIKE $9
        AND said.deleted_at IS NULL AND (said.hidden_at IS NULL OR $2 OR said.author_id = $1)))
  ORDER BY ${PLACE} DESC, post.id DESC
  LIMIT $6`;

const SUMMARY = `
  SELECT coalesce((SELECT level FROM forum_follower WHERE course_id = $3 AND user_id = $1), 'normal') AS level,
    (SELECT count(*)::int ${POST_FROM} WHERE post.course_id = $3 AND ${POST_SHOWN}
      AND own.level IS DISTINCT FROM 'muted' AND ${HAS_UNREAD}) AS unread_threads,
    coalesce((SELECT jsonb_agg(jsonb_build_object('tag', tag, 'count', count) ORDER BY count DESC, tag) FROM (
      SELECT tag, count(*)::int AS count FROM forum_post AS post, unnest(post.tags) AS tag
      WHERE post.course_id = $3 AND ${POST_SHOWN} AND post.deleted_at IS NULL
      GROUP BY tag ORDER BY count DESC, tag LIMIT 50) AS used), '[]') AS tags`;
