import type { FollowLevel, ForumRead } from '@/lib/contracts/http/forum';
import type { Database } from '@/lib/infra/db/database';
import type { SignedIn } from '../session/authenticate';
import { POST_SHOWN, readerParameters } from './post-row';
import { seeForum } from './see-forum';
import { seePost } from './take-contribution';

/*
 * What a reader keeps for themselves. Nobody else sees it and no event tells of it.
 */

/** @throws {DomainProblem} `resource.not_found` */
export async function followForum(
  database: Database,
  { actor, courseId, level }: { actor: SignedIn; courseId: string; level: FollowLevel },
): Promise<void> {
  await database.transaction(async (tx) => {
    await seeForum(tx, actor, courseId);
    await tx.query(
      `INSERT INTO forum_follower (course_id, user_id, level) VALUES ($1, $2, $3)
       ON CONFLICT (course_id, user_id) DO UPDATE SET level = excluded.level`,
      [courseId, actor.userId, level],
    );
  });
}

/** @throws {DomainProblem} `resource.not_found` */
export async function followPost(
  database: Database,
  { actor, id, level }: { actor: SignedIn; id: string; level: FollowLevel | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    await seePost(tx, actor, id);
    await tx.query(
      `INSERT INTO forum_reader (post_id, user_id, level) VALUES ($1, $2, $3)
       ON CONFLICT (post_id, user_id) DO UPDATE SET level = excluded.level`,
      [id, actor.userId, level],
    );
  });
}

/**
 * The reader has opened a thread and read its replies up to a place; what was read stays read, and nothing is read that has
 * not been written.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function markPostRead(
  database: Database,
  { actor, id, seq }: { actor: SignedIn; id: string; seq: number },
): Promise<ForumRead> {
  return database.transaction(async (tx) => {
    await seePost(tx, actor, id);
    const { rows } = await tx.query<ForumRead>(
      `INSERT INTO forum_reader (post_id, user_id, read_seq, read_at)
       VALUES ($1, $2, least($3::int, (SELECT coalesce(max(seq), 0) FROM forum_reply WHERE post_id = $1)), now())
       ON CONFLICT (post_id, user_id) DO UPDATE
         SET read_seq = greatest(forum_reader.read_seq, excluded.read_seq), read_at = excluded.read_at
       RETURNING post_id, read_seq`,
      [id, actor.userId, seq],
    );
    return rows[0] ?? { post_id: id, read_seq: 0 };
  });
}

/** Everything in the forum that the reader finds. @throws {DomainProblem} `resource.not_found` */
export async function markForumRead(
  database: Database,
  { actor, courseId }: { actor: SignedIn; courseId: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { isStaff } = await seeForum(tx, actor, courseId);
    await tx.query(
      `INSERT INTO forum_reader (post_id, user_id, read_seq, read_at)
       SELECT post.id, $1::uuid, (SELECT coalesce(max(seq), 0) FROM forum_reply WHERE post_id = post.id), now()
       FROM forum_post AS post WHERE post.course_id = $3 AND ${POST_SHOWN}
       ON CONFLICT (post_id, user_id) DO UPDATE
         SET read_seq = greatest(forum_reader.read_seq, excluded.read_seq), read_at = excluded.read_at`,
      [...readerParameters({ userId: actor.userId, isStaff }), courseId],
    );
  });
}
