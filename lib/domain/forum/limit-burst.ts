import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** As many as anybody types; more is a program, or somebody who fills the page. */
const MOST_A_MINUTE = 10;

/**
 * To be called before something is written. What one person writes at the same time waits for one another, so that they are
 * all counted.
 * @throws {DomainProblem} `rate.limited`
 */
export async function limitBurst(tx: SqlTx, userId: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('forum ' || $1::text, 0))", [userId]);
  const { rows } = await tx.query<{ count: number }>(WRITTEN, [userId]);
  if ((rows[0]?.count ?? 0) >= MOST_A_MINUTE)
    throw new DomainProblem('rate.limited', { retryAfterSeconds: 60 });
}

const WRITTEN = `
  SELECT (SELECT count(*) FROM forum_post WHERE author_id = $1 AND created_at > now() - interval '1 minute')::int
    + (SELECT count(*) FROM forum_reply WHERE author_id = $1 AND created_at > now() - interval '1 minute')::int AS count`;
