import type { ForumPostView, ForumReplyView } from '@/lib/contracts/http/forum';
import type { ModerateForumPost } from '@/lib/contracts/http/forum-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { RECOUNT } from './delete-contribution';
import { type ForumChange, publishPost, publishReply } from './publish-forum';
import { type SeenPost, takePost, takeReply } from './take-contribution';
import { readBack } from './write-post';
import { replyBack } from './write-reply';

interface Deed {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly id: string;
}

/** SQL columns and words of what can be switched on a thread. */
const switches = {
  pinned: { column: 'pinned_at', on: 'pinned', off: 'unpinned' },
  locked: { column: 'locked_at', on: 'locked', off: 'unlocked' },
  hidden: { column: 'hidden_at', on: 'hidden', off: 'shown' },
} as const satisfies Record<
  keyof ModerateForumPost,
  { column: keyof ForumPostView; on: ForumChange; off: ForumChange }
>;

/**
 * Those who moderate pin, lock or hide a thread, or take that back; what is so already stays.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function moderatePost(
  unitOfWork: UnitOfWork,
  { given, ...deed }: Deed & { given: ModerateForumPost },
): Promise<ForumPostView> {
  return unitOfWork.run({ correlationId: deed.correlationId }, (tx) => switchPost(tx, deed, given));
}

/**
 * Those who moderate hide a reply, or show it again.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function hideReply(
  unitOfWork: UnitOfWork,
  { hidden, ...deed }: Deed & { hidden: boolean },
): Promise<ForumReplyView> {
  return unitOfWork.run({ correlationId: deed.correlationId }, (tx) => setHidden(tx, deed, hidden));
}

/** What was reported is hidden where it is not yet, in the transaction of the decision; what is gone stays gone. */
export async function hideReported(
  tx: EventfulTx,
  { kind, ...deed }: Deed & { kind: 'forum_post' | 'forum_reply' },
): Promise<void> {
  try {
    await (kind === 'forum_reply' ? setHidden(tx, deed, true) : switchPost(tx, deed, { hidden: true }));
  } catch (error) {
    if (!(error instanceof DomainProblem && error.code === 'resource.not_found')) throw error;
  }
}

async function switchPost(
  tx: EventfulTx,
  { actor, correlationId, id }: Deed,
  given: ModerateForumPost,
): Promise<ForumPostView> {
  const seen = await takePost(tx, actor, id);
  requireStaff(seen);
  let post = seen.post;
  for (const name of ['pinned', 'locked', 'hidden'] as const) {
    const wanted = given[name];
    const { column, on, off } = switches[name];
    if (wanted === undefined || wanted === (post[column] !== null)) continue;
    await tx.query(
      `UPDATE forum_post SET ${column} = CASE WHEN $2 THEN now() END, version = version + 1 WHERE id = $1`,
      [id, wanted],
    );
    post = await readBack(tx, seen.reader, id);
    publishPost(tx, { forum: seen.forum, post, change: wanted ? on : off });
    if (name === 'hidden')
      await recordHiding(tx, { actor, correlationId }, { kind: 'forum_post', id, wanted });
  }
  return post;
}

async function setHidden(
  tx: EventfulTx,
  { actor, correlationId, id }: Deed,
  hidden: boolean,
): Promise<ForumReplyView> {
  const seen = await takeReply(tx, actor, id);
  requireStaff(seen);
  if (hidden === (seen.reply.hidden_at !== null)) return seen.reply;
  await tx.query(
    'UPDATE forum_reply SET hidden_at = CASE WHEN $2 THEN now() END, version = version + 1 WHERE id = $1',
    [id, hidden],
  );
  await tx.query(RECOUNT, [seen.post.id]);
  const reply = await replyBack(tx, seen.reader, id);
  await publishReply(tx, { ...seen, reply, change: hidden ? 'hidden' : 'shown' });
  await recordHiding(tx, { actor, correlationId }, { kind: 'forum_reply', id, wanted: hidden });
  return reply;
}

function requireStaff({ forum, post }: SeenPost): void {
  if (!forum.isStaff) throw new DomainProblem('auth.forbidden');
  if (post.deleted_at !== null) throw new DomainProblem('resource.not_found');
}

function recordHiding(
  tx: EventfulTx,
  { actor, correlationId }: Pick<Deed, 'actor' | 'correlationId'>,
  { kind, id, wanted }: { kind: string; id: string; wanted: boolean },
): Promise<void> {
  return recordChange(
    tx,
    { actor, correlationId },
    {
      action: `${kind}.${wanted ? 'hidden' : 'shown'}`,
      subjectKind: kind,
      subjectId: id,
      before: { hidden: !wanted },
      after: { hidden: wanted },
    },
  );
}
