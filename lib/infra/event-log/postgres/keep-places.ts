import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';
import { PartitionLost, type SubscriptionSpec } from '../port';
import { beat, FLUSH, LEAVE, MARK_WITHIN, SHARE, type SharedRow, tellMembers } from './share-statements';

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** A partition this member may read. */
export interface HeldPartition extends TopicPartition {
  /** The last offset that is done, decimal. */
  readonly committed: string;
  /** Taken just now: whatever was known of it before is void. */
  readonly taken: boolean;
  /** It is to go to another member as soon as the batch under way ends. */
  readonly leaving: boolean;
}

/** How a kind of group keeps its place: in the database, shared with other members, or in memory alone. */
export interface Placekeeper {
  /** How often to look again, in ms, when nothing tells of a change. */
  readonly everyMs: number;
  /** What to read now. Partitions that are `busy` with a batch are not given away. */
  hold(busy: readonly TopicPartition[]): Promise<HeldPartition[]>;
  /** In the effect's transaction. Throws {@link PartitionLost}. */
  markWithin(tx: SqlTx, place: TopicPartition, offset: string): Promise<void>;
  /** After the effect. Throws {@link PartitionLost}. */
  flush(place: TopicPartition, offset: string): Promise<void>;
  leave(): Promise<void>;
}

/**
 * A member of a group that shares its partitions. The database says who owns what, and only the owner's word counts:
 * an offset moves `WHERE owner = me`, so a member that was taken for dead cannot finish what another does by now.
 */
export function keepSharedPlaces(sql: SqlTx, subscription: SubscriptionSpec): Placekeeper {
  const { groupId, topics, startFrom } = subscription;
  const memberId = randomUUID();
  let startAtEnd = startFrom === 'latest';
  const whose = (place: TopicPartition, offset: string) => [
    groupId,
    place.topic,
    place.partition,
    offset,
    memberId,
  ];
  return {
    everyMs: 1_000,
    async hold(busy) {
      const joined = await beat(sql, { groupId, memberId, topics, startAtEnd });
      // Partitions that appear from now on are read from their start: nothing in them is older than this group.
      startAtEnd = false;
      const { rows } = await sql.query<SharedRow>(SHARE, [
        groupId,
        memberId,
        busy.map((each) => each.topic),
        busy.map((each) => each.partition),
      ]);
      if (joined || rows.some((row) => row.state === 'released')) await tellMembers(sql, groupId);
      return rows.flatMap(({ state, ...place }) =>
        state === 'released' ? [] : [{ ...place, taken: state === 'taken', leaving: state === 'leaving' }],
      );
    },
    async markWithin(tx, place, offset) {
      const { rowCount } = await tx.query(MARK_WITHIN, whose(place, offset));
      if (rowCount === 0) throw lost(place);
    },
    async flush(place, offset) {
      const { rowCount } = await sql.query(FLUSH, whose(place, offset));
      if (rowCount === 0) throw lost(place);
    },
    async leave() {
      await sql.query(LEAVE, [groupId, memberId]);
      await tellMembers(sql, groupId);
    },
  };
}

/** A group of one process: it reads every partition and keeps its place in memory. */
export function keepPrivatePlaces(sql: SqlTx, subscription: SubscriptionSpec): Placekeeper {
  const known = new Map<string, HeldPartition>();
  let atEnd = subscription.startFrom === 'latest';
  return {
    everyMs: 5_000,
    async hold() {
      const { rows } = await sql.query<HeldPartition>(ALL_PARTITIONS, [subscription.topics, atEnd]);
      atEnd = false;
      for (const row of rows) {
        const key = `${row.topic}/${row.partition}`;
        if (!known.has(key)) known.set(key, { ...row, taken: false, leaving: false });
      }
      return [...known.values()];
    },
    markWithin: async () => undefined,
    flush: async () => undefined,
    leave: async () => undefined,
  };
}

const lost = (place: TopicPartition) =>
  new PartitionLost(`${place.topic}/${place.partition} belongs to another member`);

const ALL_PARTITIONS = `
  SELECT topic.name AS topic, number AS partition,
    CASE WHEN $2 THEN (SELECT last_seq FROM sequencer_head) ELSE 0 END::text AS committed
  FROM event_log_topic AS topic, generate_series(0, topic.partitions - 1) AS number
  WHERE topic.name = ANY ($1::text[])`;
