import { v7 as uuidv7 } from 'uuid';
import type { ForumPostView } from '@/lib/contracts/http/forum';
import type { WriteForumPost } from '@/lib/contracts/http/forum-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { limitBurst } from './limit-burst';
import { type ForumReader, readPostRow } from './post-row';
import { publishPost } from './publish-forum';
import { seeForum } from './see-forum';
import { tellOfPost } from './tell-forum';

/**
 * Begins a thread in the forum of a course; those who watch it are told.
 * @throws {DomainProblem} `resource.not_found`, `rate.limited`
 */
export async function writePost(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; courseId: string; given: WriteForumPost },
): Promise<ForumPostView> {
  const { actor, courseId, given } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const forum = await seeForum(tx, actor, courseId);
    await limitBurst(tx, actor.userId);
    const id = uuidv7();
    await tx.query(
      `INSERT INTO forum_post (id, course_id, author_id, title, content, tags) VALUES ($1, $2, $3, $4, $5, $6::text[])`,
      [id, courseId, actor.userId, given.title, given.content, tidyTags(given.tags)],
    );
    await tx.query('INSERT INTO forum_reader (post_id, user_id, read_at) VALUES ($1, $2, now())', [
      id,
      actor.userId,
    ]);
    const post = await readBack(tx, { userId: actor.userId, isStaff: forum.isStaff }, id);
    publishPost(tx, { forum, post, change: '' });
    await tellOfPost(tx, { forum, post });
    return post;
  });
}

/** Each once, in small letters. */
export const tidyTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.toLowerCase())),
];

/** A thread that was just written or changed. */
export async function readBack(tx: EventfulTx, reader: ForumReader, id: string): Promise<ForumPostView> {
  const post = await readPostRow(tx, reader, id);
  if (!post) throw new DomainProblem('resource.not_found');
  return post;
}
