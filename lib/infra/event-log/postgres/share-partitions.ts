import type { SqlTx } from '@/lib/infra/db/sql';
import { MEMBERS_CHANNEL } from './listen-for-appends';

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface OwnedPartition extends TopicPartition {
  /** The last offset that is done, decimal. */
  readonly committed: string;
}

/** A member not heard of for this long is dead and its partitions are free. */
export const MEMBER_DEAD_MS = 5_000;

/**
 * One heartbeat of a member: says that it lives, works out its share of the partitions among the living, lets go of
 * what is no longer its own (but for `busy`, where a batch is under way), and takes what is its own and free.
 * Returns what it owns now.
 */
export async function sharePartitions(
  sql: SqlTx,
  member: { groupId: string; memberId: string; topics: readonly string[]; startAtEnd: boolean },
  busy: readonly TopicPartition[],
): Promise<OwnedPartition[]> {
  const { rows: heartbeat } = await sql.query<{ joined: boolean }>(HEARTBEAT, [
    member.groupId,
    member.memberId,
    member.topics,
  ]);
  if (heartbeat[0]?.joined) {
    await sql.query(REGISTER_PARTITIONS, [member.groupId, member.topics, member.startAtEnd]);
    await tellMembers(sql);
  }
  const { rows: released } = await sql.query(SHARE, [
    member.groupId,
    member.memberId,
    MEMBER_DEAD_MS,
    busy.map((each) => each.topic),
    busy.map((each) => each.partition),
  ]);
  if (released.length > 0) await tellMembers(sql);
  const { rows } = await sql.query<OwnedPartition>(TAKE, [member.groupId, member.memberId, MEMBER_DEAD_MS]);
  return rows;
}

/** Leaves at once: the others need not wait until this member counts as dead. */
export async function leaveGroup(sql: SqlTx, groupId: string, memberId: string): Promise<void> {
  await sql.query('UPDATE event_log_offset SET owner = NULL WHERE group_id = $1 AND owner = $2', [groupId, memberId]);
  await sql.query('DELETE FROM event_log_member WHERE group_id = $1 AND member_id = $2', [groupId, memberId]);
  await tellMembers(sql);
}

const tellMembers = (sql: SqlTx) => sql.query(`NOTIFY ${MEMBERS_CHANNEL}`);

const HEARTBEAT = `
  INSERT INTO event_log_member (group_id, member_id, topics) VALUES ($1, $2, $3)
  ON CONFLICT (group_id, member_id) DO UPDATE SET heartbeat_at = clock_timestamp()
  RETURNING (xmax = 0) AS joined`;

const REGISTER_PARTITIONS = `
  INSERT INTO event_log_offset (group_id, topic, log_partition, committed)
  SELECT $1, topic.name, number, CASE WHEN $3 THEN (SELECT last_seq FROM sequencer_head) ELSE 0 END
  FROM event_log_topic AS topic, generate_series(0, topic.partitions - 1) AS number
  WHERE topic.name = ANY ($2::text[])
  ORDER BY topic.name, number
  ON CONFLICT DO NOTHING`;

// The share of each living member: the partitions of the topics it reads, dealt out in turn.
const DEALT = `
  living AS (
    SELECT member_id, topics FROM event_log_member
    WHERE group_id = $1 AND heartbeat_at > clock_timestamp() - make_interval(secs => $3 / 1000.0)
  ), dealt AS (
    SELECT place.topic, place.log_partition, (
      array_agg(living.member_id ORDER BY living.member_id)
    )[1 + (row_number() OVER (ORDER BY place.topic, place.log_partition) - 1) % count(living.member_id)] AS member_id
    FROM event_log_offset AS place JOIN living ON place.topic = ANY (living.topics)
    WHERE place.group_id = $1
    GROUP BY place.topic, place.log_partition
  )`;

const SHARE = `
  WITH ${DEALT}
  UPDATE event_log_offset AS place SET owner = NULL
  FROM dealt
  WHERE place.group_id = $1 AND place.owner = $2 AND dealt.topic = place.topic
    AND dealt.log_partition = place.log_partition AND dealt.member_id <> $2
    AND (place.topic, place.log_partition) NOT IN (SELECT * FROM unnest($4::text[], $5::int[]))
  RETURNING place.topic`;

const TAKE = `
  WITH ${DEALT}, taken AS (
    UPDATE event_log_offset AS place SET owner = $2
    FROM dealt
    WHERE place.group_id = $1 AND dealt.topic = place.topic AND dealt.log_partition = place.log_partition
      AND dealt.member_id = $2 AND place.owner IS DISTINCT FROM $2
      AND (place.owner IS NULL OR place.owner NOT IN (SELECT member_id FROM living))
    RETURNING place.topic, place.log_partition, place.committed
  )
  SELECT topic, log_partition AS partition, committed::text AS committed FROM taken
  UNION ALL
  SELECT topic, log_partition, committed::text FROM event_log_offset WHERE group_id = $1 AND owner = $2
    AND (topic, log_partition) NOT IN (SELECT topic, log_partition FROM taken)`;
