import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { publishPost, publishReply } from './publish-forum';
import { requireOwn, requireVersion, takePost, takeReply } from './take-contribution';

interface Deletion {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
  readonly ifMatch: number | null;
}

/**
 * Its author takes a thread back. While somebody has answered it, its place stays and says that it is deleted.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `precondition.failed`
 */
export async function deletePost(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, ifMatch }: Deletion,
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { post, forum } = await takePost(tx, actor, id);
    requireOwn(actor, post);
    requireVersion(post, ifMatch);
    await tx.query(
      'UPDATE forum_post SET deleted_at = now(), pinned_at = NULL, version = version + 1 WHERE id = $1',
      [id],
    );
    const deleted = { ...post, deleted_at: new Date().toISOString(), version: post.version + 1 };
    publishPost(tx, { forum, post: deleted, change: 'deleted' });
  });
}

/**
 * Its author takes a reply back; an answer that was accepted is none any more.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `precondition.failed`
 */
export async function deleteReply(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, ifMatch }: Deletion,
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { reply, post, forum } = await takeReply(tx, actor, id);
    requireOwn(actor, reply);
    requireVersion(reply, ifMatch);
    await tx.query('UPDATE forum_reply SET deleted_at = now(), version = version + 1 WHERE id = $1', [id]);
    await tx.query(RECOUNT, [post.id]);
    const deleted = { ...reply, deleted_at: new Date().toISOString(), version: reply.version + 1 };
    await publishReply(tx, { forum, post, reply: deleted, change: 'deleted' });
  });
}

/** SQL: what a thread says of its replies, as they are now. One that is gone or hidden is no answer. */
export const RECOUNT = `
  UPDATE forum_post SET
    reply_count = (SELECT count(*)::int FROM forum_reply
      WHERE post_id = $1 AND deleted_at IS NULL AND hidden_at IS NULL),
    accepted_id = (SELECT reply.id FROM forum_reply AS reply
      WHERE reply.id = forum_post.accepted_id AND reply.deleted_at IS NULL AND reply.hidden_at IS NULL)
  WHERE id = $1`;
