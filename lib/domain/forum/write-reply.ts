import { v7 as uuidv7 } from 'uuid';
import type { ForumReplyView } from '@/lib/contracts/http/forum';
import type { WriteForumReply } from '@/lib/contracts/http/forum-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { limitBurst } from './limit-burst';
import { type ForumReader, readReplyRow } from './post-row';
import { publishReply } from './publish-forum';
import { takePost } from './take-contribution';
import { tellOfReply } from './tell-forum';

/**
 * Answers a thread, or a reply in it; who takes part in it and has not muted it is told.
 * @throws {DomainProblem} `resource.not_found`, `forum.locked` for all but staff, `request.invalid` for a parent of another
 * thread or one that is gone, `rate.limited`
 */
export async function writeReply(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; postId: string; given: WriteForumReply },
): Promise<ForumReplyView> {
  const { actor, postId, given } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    await limitBurst(tx, actor.userId);
    const { post, forum, reader } = await takePost(tx, actor, postId);
    if (post.deleted_at !== null) throw new DomainProblem('resource.not_found');
    if (post.locked_at !== null && !forum.isStaff) throw new DomainProblem('forum.locked');
    const parentId = given.parent_id ?? null;
    if (parentId !== null && (await readReplyRow(tx, reader, parentId))?.post_id !== post.id)
      throw wrongField('parent_id', 'unknown', 'There is no such reply in this thread');
    const id = uuidv7();
    await tx.query(INSERT, [id, post.id, parentId, actor.userId, given.content]);
    await tx.query(ACTIVE, [post.id, id]);
    // Who writes in it has opened it.
    await tx.query(OPENED, [post.id, actor.userId]);
    const reply = await replyBack(tx, reader, id);
    await publishReply(tx, { forum, post, reply, change: '' });
    await tellOfReply(tx, { forum, post, reply });
    return reply;
  });
}

/** A reply that was just written or changed. */
export async function replyBack(tx: EventfulTx, reader: ForumReader, id: string): Promise<ForumReplyView> {
  const reply = await readReplyRow(tx, reader, id);
  if (!reply) throw new DomainProblem('resource.not_found');
  return reply;
}

/** Its place is the next one: the thread is locked by {@link takePost}. */
const INSERT = `
  INSERT INTO forum_reply (id, post_id, seq, parent_id, author_id, content)
  VALUES ($1, $2, (SELECT coalesce(max(seq), 0) + 1 FROM forum_reply WHERE post_id = $2), $3, $4, $5)`;

const ACTIVE = `
  UPDATE forum_post SET reply_count = reply_count + 1,
    active_at = greatest(active_at, (SELECT created_at FROM forum_reply WHERE id = $2)) WHERE id = $1`;

const OPENED = `
  INSERT INTO forum_reader (post_id, user_id, read_at) VALUES ($1, $2, now())
  ON CONFLICT (post_id, user_id) DO UPDATE SET read_at = now()`;
