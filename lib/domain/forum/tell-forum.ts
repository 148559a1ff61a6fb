import type { ForumPostView, ForumReplyView } from '@/lib/contracts/http/forum';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { inCourse } from '../course/queries';
import { tellPeople } from '../notification/tell-people';
import { forumNotices } from './forum-notices';
import type { SeenForum } from './see-forum';

interface Told {
  readonly forum: SeenForum;
  readonly post: ForumPostView;
}

/** Where a thread is shown, or a reply in it. */
export const threadPath = (courseId: string, postId: string, replyId?: string): string =>
  `/courses/${courseId}/discussion/${postId}${replyId ? `?reply=${replyId}` : ''}`;

/** Tells those who watch the course of a new thread. */
export async function tellOfPost(tx: EventfulTx, { forum, post }: Told): Promise<void> {
  const userIds = await listTold(tx, { post, writerId: post.author.id, isReply: false });
  await tellPeople(tx, {
    ...common(post),
    userIds,
    actionUrl: threadPath(forum.course.id, post.id),
    write: ({ locale }) => forumNotices(locale).posted(said(forum, post, post)),
  });
}

/** Tells those who take part in a thread, and those who watch it or its course. Of what is hidden nobody learns by the bell. */
export async function tellOfReply(
  tx: EventfulTx,
  { forum, post, reply }: Told & { reply: ForumReplyView },
): Promise<void> {
  if (post.hidden_at !== null) return;
  const userIds = await listTold(tx, { post, writerId: reply.author.id, isReply: true });
  await tellPeople(tx, {
    ...common(post),
    userIds,
    actionUrl: threadPath(forum.course.id, post.id, reply.id),
    write: ({ locale }) => forumNotices(locale).replied(said(forum, post, reply)),
  });
}

/** Tells somebody that their reply is the answer. */
export async function tellOfAnswer(
  tx: EventfulTx,
  { forum, post, reply, by }: Told & { reply: ForumReplyView; by: string },
): Promise<void> {
  if (post.hidden_at !== null) return;
  const told = await listTold(tx, { post, writerId: by, isReply: true });
  await tellPeople(tx, {
    ...common(post),
    userIds: told.filter((id) => id === reply.author.id),
    actionUrl: threadPath(forum.course.id, post.id, reply.id),
    write: ({ locale }) => forumNotices(locale).accepted(said(forum, post, reply)),
  });
}

/** Of a thread in which much is written one is told once. */
const common = ({ id, course_id }: ForumPostView) =>
  ({ kind: 'forum', priority: 'normal', courseId: course_id, groupKey: `forum:${id}` }) as const;

const said = (forum: SeenForum, post: ForumPostView, by: Pick<ForumPostView, 'author' | 'content'>) => ({
  code: forum.course.code,
  title: post.title,
  by: by.author.name,
  content: by.content,
});

/** Who may be in the forum now and follows closely enough: the level of the thread goes before that of the course. */
async function listTold(
  sql: SqlTx,
  { post, writerId, isReply }: { post: ForumPostView; writerId: string; isReply: boolean },
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(TOLD, [post.id, post.course_id, writerId, isReply]);
  return rows.map(({ id }) => id);
}

const TOLD = `
  WITH participant AS (
    SELECT author_id AS id FROM forum_post WHERE id = $1
    UNION SELECT author_id FROM forum_reply WHERE post_id = $1 AND deleted_at IS NULL
  ), followed AS (
    SELECT id FROM participant
    UNION SELECT user_id FROM forum_reader WHERE post_id = $1 AND level = 'watching'
    UNION SELECT user_id FROM forum_follower WHERE course_id = $2 AND level = 'watching'
  )
  SELECT person.id FROM followed
  JOIN app_user AS person ON person.id = followed.id AND person.status = 'active'
  LEFT JOIN forum_reader AS thread ON thread.post_id = $1 AND thread.user_id = person.id
  LEFT JOIN forum_follower AS course ON course.course_id = $2 AND course.user_id = person.id
  WHERE person.id <> $3::uuid
    AND CASE coalesce(thread.level, course.level, 'normal') WHEN 'muted' THEN false WHEN 'watching' THEN true
      ELSE $4::boolean AND person.id IN (SELECT id FROM participant) END
    AND (person.role = 'admin' OR ${inCourse('person.id', '$2::uuid')})
  ORDER BY person.id`;
