import type { ForumPostView, ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { type ForumReader, readPostRow, readReplyRow } from './post-row';
import { type SeenForum, seeForum } from './see-forum';

export interface SeenPost {
  readonly post: ForumPostView;
  readonly forum: SeenForum;
  readonly reader: ForumReader;
}

/**
 * A thread as the reader has it before them.
 * @throws {DomainProblem} `resource.not_found` where there is none for them, also for who is not in the course
 */
export async function seePost(sql: SqlTx, actor: SignedIn, id: string): Promise<SeenPost> {
  const { rows } = isUuid(id)
    ? await sql.query<{ course_id: string }>('SELECT course_id FROM forum_post WHERE id = $1', [id])
    : { rows: [] };
  const forum = await seeForum(sql, actor, rows[0]?.course_id ?? '');
  const reader = { userId: actor.userId, isStaff: forum.isStaff };
  const post = await readPostRow(sql, reader, id);
  if (!post) throw new DomainProblem('resource.not_found');
  return { post, forum, reader };
}

/** {@link seePost} of one that nobody else changes until the transaction ends. */
export async function takePost(tx: SqlTx, actor: SignedIn, id: string): Promise<SeenPost> {
  if (isUuid(id)) await tx.query('SELECT 1 FROM forum_post WHERE id = $1 FOR UPDATE', [id]);
  return seePost(tx, actor, id);
}

/**
 * A reply that is there to be read, with its thread, which nobody else changes until the transaction ends.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function takeReply(
  tx: SqlTx,
  actor: SignedIn,
  id: string,
): Promise<SeenPost & { reply: ForumReplyView }> {
  const { rows } = isUuid(id)
    ? await tx.query<{ post_id: string }>('SELECT post_id FROM forum_reply WHERE id = $1', [id])
    : { rows: [] };
  const seen = await takePost(tx, actor, rows[0]?.post_id ?? '');
  const reply = await readReplyRow(tx, seen.reader, id);
  if (!reply) throw new DomainProblem('resource.not_found');
  return { ...seen, reply };
}

/** The thread with all that its page shows above the replies. @throws {DomainProblem} `resource.not_found` */
export async function readThread(sql: SqlTx, actor: SignedIn, id: string): Promise<ForumThread> {
  const { post, forum, reader } = await seePost(sql, actor, id);
  return {
    ...post,
    course: forum.course,
    may_moderate: forum.isStaff,
    may_reply: post.deleted_at === null && (post.locked_at === null || forum.isStaff),
    accepted: post.accepted_id === null ? null : await readReplyRow(sql, reader, post.accepted_id),
  };
}

/** @throws {DomainProblem} `precondition.failed` with what it is now */
export function requireVersion(current: { readonly version: number }, ifMatch: number | null): void {
  if (ifMatch !== null && current.version !== ifMatch)
    throw new DomainProblem('precondition.failed', { current });
}

/** @throws {DomainProblem} `auth.forbidden` for anybody but its author, `resource.not_found` of what is deleted */
export function requireOwn(
  actor: SignedIn,
  { author, deleted_at }: Pick<ForumPostView, 'author' | 'deleted_at'>,
): void {
  if (deleted_at !== null) throw new DomainProblem('resource.not_found');
  if (author.id !== actor.userId) throw new DomainProblem('auth.forbidden');
}
