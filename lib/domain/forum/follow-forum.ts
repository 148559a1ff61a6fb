import type { FollowLevel, ForumRead } from '@/lib/contracts/http/forum';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { POST_SHOWN, readerParameters } from './post-row';
import { seeForum } from './see-forum';
import { seePost } from './take-contribution';

/*
 * What a reader keeps for themselves. Nobody else sees it: PROFILE_UPDATED tells the reader's other tabs, since the contract
 * has no event for it.
 */

interface Own {
  readonly actor: SignedIn;
  readonly correlationId: string;
}

/** @throws {DomainProblem} `resource.not_found` */
export async function followForum(
  unitOfWork: UnitOfWork,
  { actor, correlationId, courseId, level }: Own & { courseId: string; level: FollowLevel },
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    await seeForum(tx, actor, courseId);
    await tx.query(
      `INSERT INTO forum_follower (course_id, user_id, level) VALUES ($1, $2, $3)
       ON CONFLICT (course_id, user_id) DO UPDATE SET level = excluded.level`,
      [courseId, actor.userId, level],
    );
    tellTabs(tx, actor, { course_id: courseId, post_id: null });
  });
}

/** @throws {DomainProblem} `resource.not_found` */
export async function followPost(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, level }: Own & { id: string; level: FollowLevel | null },
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { forum } = await seePost(tx, actor, id);
    await tx.query(
      `INSERT INTO forum_reader (post_id, user_id, level) VALUES ($1, $2, $3)
       ON CONFLICT (post_id, user_id) DO UPDATE SET level = excluded.level`,
      [id, actor.userId, level],
    );
    tellTabs(tx, actor, { course_id: forum.course.id, post_id: id });
  });
}

/**
 * The reader has opened a thread and read its replies up to a place; what was read stays read, and nothing is read that has
 * not been written.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function markPostRead(
  unitOfWork: UnitOfWork,
  { actor, correlationId, id, seq }: Own & { id: string; seq: number },
): Promise<ForumRead> {
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { forum } = await seePost(tx, actor, id);
    const { rows } = await tx.query<ForumRead & { before: number | null }>(MARK_READ, [
      id,
      actor.userId,
      seq,
    ]);
    const { before = null, ...read } = rows[0] ?? { post_id: id, read_seq: 0 };
    if (before !== read.read_seq) tellTabs(tx, actor, { course_id: forum.course.id, post_id: id });
    return read;
  });
}

/** Everything in the forum that the reader finds. @throws {DomainProblem} `resource.not_found` */
export async function markForumRead(
  unitOfWork: UnitOfWork,
  { actor, correlationId, courseId }: Own & { courseId: string },
): Promise<void> {
  await unitOfWork.run({ correlationId }, async (tx) => {
    const { isStaff } = await seeForum(tx, actor, courseId);
    await tx.query(
      `INSERT INTO forum_reader (post_id, user_id, read_seq, read_at)
       SELECT post.id, $1::uuid, (SELECT coalesce(max(seq), 0) FROM forum_reply WHERE post_id = post.id), now()
       FROM forum_post AS post WHERE post.course_id = $3 AND ${POST_SHOWN}
       ON CONFLICT (post_id, user_id) DO UPDATE
         SET read_seq = greatest(forum_reader.read_seq, excluded.read_seq), read_at = excluded.read_at`,
      [...readerParameters({ userId: actor.userId, isStaff }), courseId],
    );
    tellTabs(tx, actor, { course_id: courseId, post_id: null });
  });
}

function tellTabs(
  tx: EventfulTx,
  { userId }: SignedIn,
  forum: { course_id: string; post_id: string | null },
): void {
  tx.publish('PROFILE_UPDATED', {
    user_id: userId,
    changes: { forum: { old_value: null, new_value: forum } },
    updated_by: userId,
    updated_at: new Date().toISOString(),
  });
}

// Who follows a thread without having opened it has no time of reading there.
const MARK_READ = `
  WITH before AS (SELECT read_seq FROM forum_reader WHERE post_id = $1 AND user_id = $2 AND read_at IS NOT NULL)
  INSERT INTO forum_reader (post_id, user_id, read_seq, read_at)
  VALUES ($1, $2, least($3::int, (SELECT coalesce(max(seq), 0) FROM forum_reply WHERE post_id = $1)), now())
  ON CONFLICT (post_id, user_id) DO UPDATE
    SET read_seq = greatest(forum_reader.read_seq, excluded.read_seq), read_at = excluded.read_at
  RETURNING post_id, read_seq, (SELECT read_seq FROM before) AS before`;
