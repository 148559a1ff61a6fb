import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { MEMBERS_CHANNEL } from './listen-for-appends';

/** A member not heard of for this long is dead, and its partitions are free. */
export const MEMBER_DEAD_SECONDS = 5;
/** Its row is kept a while longer, for whoever looks into the table, then removed. */
const FORGET_SECONDS = 60;

export interface SharedRow {
  readonly topic: string;
  readonly partition: number;
  readonly committed: string;
  readonly state: 'taken' | 'kept' | 'leaving' | 'released';
}

/** Says that the member lives, and gives its group a place in partitions that have none yet. Returns whether it is new. */
export async function beat(
  sql: SqlTx,
  member: { groupId: string; memberId: string; topics: readonly string[]; startAtEnd: boolean },
): Promise<boolean> {
  const { rows } = await sql.query<{ joined: boolean }>(BEAT, [
    member.groupId,
    member.memberId,
    member.topics,
    member.startAtEnd,
  ]);
  return rows[0]?.joined ?? false;
}

export async function tellMembers(sql: SqlTx, groupId: string): Promise<void> {
  await sql.query('SELECT pg_notify($1, $2)', [MEMBERS_CHANNEL, groupId]);
}

// A group that starts at the end does so in topics it does not know; a partition added to a known topic is new as a whole.
const BEAT = `
  WITH forgotten AS (
    DELETE FROM event_log_member WHERE group_id = $1 AND member_id <> $2
      AND heartbeat_at < clock_timestamp() - interval '${FORGET_SECONDS} seconds'
  ), placed AS (
    INSERT INTO event_log_offset (group_id, topic, log_partition, committed)
    SELECT $1, topic.name, number, CASE WHEN $4 AND NOT EXISTS (
      SELECT FROM event_log_offset AS known WHERE known.group_id = $1 AND known.topic = topic.name
    ) THEN (SELECT last_seq FROM sequencer_head) ELSE 0 END
    FROM event_log_topic AS topic, generate_series(0, topic.partitions - 1) AS number
    WHERE topic.name = ANY ($3::text[]) AND NOT EXISTS (
      SELECT FROM event_log_offset AS place
      WHERE place.group_id = $1 AND place.topic = topic.name AND place.log_partition = number
    )
    ORDER BY topic.name, number
    ON CONFLICT DO NOTHING
  )
  INSERT INTO event_log_member (group_id, member_id, topics, heartbeat_at) VALUES ($1, $2, $3, clock_timestamp())
  ON CONFLICT (group_id, member_id) DO UPDATE SET heartbeat_at = clock_timestamp()
  RETURNING (xmax = 0) AS joined`;

/**
 * Deals the partitions out in turn among the living members that read their topic, lets go of what went to another
 * (unless a batch is under way), and takes what is the member's own and free. It never waits: a row that somebody has
 * locked, as by an effect's transaction under way, is left for the next time.
 */
export const SHARE = prepared(`
  WITH living AS (
    SELECT member_id, topics FROM event_log_member
    WHERE group_id = $1 AND heartbeat_at > clock_timestamp() - interval '${MEMBER_DEAD_SECONDS} seconds'
  ), dealt AS (
    SELECT place.topic, place.log_partition, (array_agg(living.member_id ORDER BY living.member_id))[
      1 + (row_number() OVER (ORDER BY place.topic, place.log_partition) - 1) % count(*)
    ] AS member_id
    FROM event_log_offset AS place JOIN living ON place.topic = ANY (living.topics)
    WHERE place.group_id = $1
    GROUP BY place.topic, place.log_partition
  ), wanted AS (
    SELECT place.topic, place.log_partition, dealt.member_id AS goes_to
    FROM event_log_offset AS place JOIN dealt USING (topic, log_partition)
    WHERE place.group_id = $1 AND CASE
      WHEN dealt.member_id = $2 THEN place.owner IS NULL OR place.owner NOT IN (SELECT member_id FROM living)
      ELSE place.owner = $2 AND (place.topic, place.log_partition) NOT IN (SELECT * FROM unnest($3::text[], $4::int[]))
    END
    FOR UPDATE OF place SKIP LOCKED
  ), moved AS (
    UPDATE event_log_offset AS place SET owner = CASE WHEN wanted.goes_to = $2 THEN $2 END
    FROM wanted
    WHERE place.group_id = $1 AND place.topic = wanted.topic AND place.log_partition = wanted.log_partition
    RETURNING place.topic, place.log_partition, place.committed, place.owner
  )
  SELECT topic, log_partition AS partition, committed::text AS committed,
    CASE WHEN owner IS NULL THEN 'released' ELSE 'taken' END AS state
  FROM moved
  UNION ALL
  SELECT place.topic, place.log_partition, place.committed::text,
    CASE WHEN dealt.member_id = $2 THEN 'kept' ELSE 'leaving' END
  FROM event_log_offset AS place LEFT JOIN dealt USING (topic, log_partition)
  WHERE place.group_id = $1 AND place.owner = $2
    AND (place.topic, place.log_partition) NOT IN (SELECT topic, log_partition FROM moved)`);

const OWN = 'group_id = $1 AND topic = $2 AND log_partition = $3 AND owner = $5 AND committed <= $4::bigint';

/** The row stays locked until the effect commits, so nobody takes the partition in between. */
export const MARK_WITHIN = prepared(
  `UPDATE event_log_offset SET committed = $4::bigint, updated_at = now() WHERE ${OWN}`,
);

/** Writes only what is not written yet; answers one row as long as the partition is the member's. */
export const FLUSH = prepared(`
  WITH moved AS (
    UPDATE event_log_offset SET committed = $4::bigint, updated_at = now() WHERE ${OWN} AND committed < $4::bigint
  )
  SELECT FROM event_log_offset WHERE ${OWN}`);

/** The others need not wait until the member counts as dead. */
export const LEAVE = `
  WITH gone AS (
    DELETE FROM event_log_member WHERE group_id = $1 AND member_id = $2
  )
  UPDATE event_log_offset SET owner = NULL WHERE group_id = $1 AND owner = $2`;
