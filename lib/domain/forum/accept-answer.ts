import type { ForumThread } from '@/lib/contracts/http/forum';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readReplyRow } from './post-row';
import { publishPost } from './publish-forum';
import { readThread, takePost } from './take-contribution';
import { tellOfAnswer } from './tell-forum';
import { readBack } from './write-post';

/**
 * Who asked, or who moderates, says which reply is the answer; `null` takes it back.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `request.invalid` for a reply that is not there
 */
export async function acceptAnswer(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; replyId: string | null },
): Promise<ForumThread> {
  const { actor, correlationId, id, replyId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { post: before, forum, reader } = await takePost(tx, actor, id);
    if (before.deleted_at !== null) throw new DomainProblem('resource.not_found');
    if (!forum.isStaff && before.author.id !== actor.userId) throw new DomainProblem('auth.forbidden');
    const reply = replyId === null ? null : await readReplyRow(tx, reader, replyId);
    if (replyId !== null && (reply?.post_id !== before.id || reply.hidden_at !== null))
      throw wrongField('reply_id', 'unknown', 'There is no such reply in this thread');
    if (replyId?.toLowerCase() !== (before.accepted_id ?? undefined)) {
      await tx.query('UPDATE forum_post SET accepted_id = $2, version = version + 1 WHERE id = $1', [
        id,
        replyId,
      ]);
      const post = await readBack(tx, reader, id);
      publishPost(tx, { forum, post, change: reply ? 'accepted' : 'unaccepted' });
      if (reply) await tellOfAnswer(tx, { forum, post, reply, by: actor.userId });
    }
    return readThread(tx, actor, id);
  });
}
