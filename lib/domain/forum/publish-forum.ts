import type { ForumPostView, ForumReplyView } from '@/lib/contracts/http/forum';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { SeenForum } from './see-forum';

/** Empty: it is new. Everything else that becomes of it is told under the same id and a higher revision (decision 154). */
export type ForumChange =
  | ''
  | 'edited'
  | 'deleted'
  | 'hidden'
  | 'shown'
  | 'pinned'
  | 'unpinned'
  | 'locked'
  | 'unlocked'
  | 'accepted'
  | 'unaccepted';

interface Told {
  readonly forum: SeenForum;
  readonly post: ForumPostView;
  readonly change: ForumChange;
}

/** Says that a thread is new, or another now. What not everybody may read is not told. */
export function publishPost(tx: EventfulTx, { forum, post, change }: Told): void {
  const isOpen = isOpenTo(post);
  tx.publish('FORUM_POST_CREATED', {
    ...about(forum, post),
    title: isOpen ? post.title : '',
    content: isOpen ? post.content : '',
    tags: isOpen ? post.tags : [],
    ...written(post),
    change,
    revision: post.version,
  });
}

/** The same of a reply. */
export async function publishReply(
  tx: EventfulTx,
  { forum, post, reply, change }: Told & { reply: ForumReplyView },
): Promise<void> {
  tx.publish('FORUM_REPLY_ADDED', {
    ...about(forum, post),
    reply_id: reply.id,
    parent_reply_id: reply.parent_id ?? '',
    post_title: isOpenTo(post) ? post.title : '',
    participant_ids: await listParticipants(tx, post.id),
    content: isOpenTo(post) && isOpenTo(reply) ? reply.content : '',
    ...written(reply),
    change,
    revision: reply.version,
  });
}

const isOpenTo = ({ deleted_at, hidden_at }: Pick<ForumPostView, 'deleted_at' | 'hidden_at'>) =>
  deleted_at === null && hidden_at === null;

/** The forum of a course is the course itself. */
const about = ({ course }: SeenForum, post: ForumPostView) => ({
  post_id: post.id,
  forum_id: course.id,
  course_id: course.id,
  course_name: course.name,
});

const written = ({ author, created_at }: Pick<ForumPostView, 'author' | 'created_at'>) => ({
  author_id: author.id,
  author_name: author.name,
  created_at,
});

/** Who wrote the thread, and everybody who has answered in it. */
async function listParticipants(sql: SqlTx, postId: string): Promise<string[]> {
  const { rows } = await sql.query<{ author_id: string }>(
    `SELECT author_id FROM forum_post WHERE id = $1
     UNION SELECT author_id FROM forum_reply WHERE post_id = $1 AND deleted_at IS NULL ORDER BY author_id`,
    [postId],
  );
  return rows.map(({ author_id }) => author_id);
}
