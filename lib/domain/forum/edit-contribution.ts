import type { ForumPostView, ForumReplyView } from '@/lib/contracts/http/forum';
import type { EditForumPost } from '@/lib/contracts/http/forum-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { publishPost, publishReply } from './publish-forum';
import { requireOwn, requireVersion, takePost, takeReply } from './take-contribution';
import { readBack, tidyTags } from './write-post';
import { replyBack } from './write-reply';

interface Edit {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
  /** The version that was seen. */
  readonly ifMatch: number;
}

/**
 * Its author changes a thread's words.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `precondition.failed`
 */
export async function editPost(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, ifMatch, change }: Edit & { change: EditForumPost },
): Promise<ForumPostView> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { post: before, forum, reader } = await takePost(tx, actor, id);
    requireOwn(actor, before);
    requireVersion(before, ifMatch);
    const { title = before.title, content = before.content } = change;
    const tags = change.tags ? tidyTags(change.tags) : before.tags;
    const isSame = JSON.stringify([title, content, tags]) === wordsOf(before);
    if (isSame) return before;
    await tx.query(
      `UPDATE forum_post SET title = $2, content = $3, tags = $4::text[], edited_at = now(), version = version + 1
       WHERE id = $1`,
      [id, title, content, tags],
    );
    const post = await readBack(tx, reader, id);
    publishPost(tx, { forum, post, change: 'edited' });
    return post;
  });
}

/**
 * Its author changes what a reply says.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `precondition.failed`
 */
export async function editReply(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, ifMatch, content }: Edit & { content: string },
): Promise<ForumReplyView> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { reply: before, post, forum, reader } = await takeReply(tx, actor, id);
    requireOwn(actor, before);
    requireVersion(before, ifMatch);
    if (content === before.content) return before;
    await tx.query(
      'UPDATE forum_reply SET content = $2, edited_at = now(), version = version + 1 WHERE id = $1',
      [id, content],
    );
    const reply = await replyBack(tx, reader, id);
    await publishReply(tx, { forum, post, reply, change: 'edited' });
    return reply;
  });
}

const wordsOf = ({ title, content, tags }: ForumPostView) => JSON.stringify([title, content, tags]);
