import type { SqlTx } from '@/lib/infra/db/sql';

/**
 * The one port to the event log. Two adapters speak it: `kafka/` (kafkajs) and `postgres/` (the embedded default).
 * Both pass the same suite, `conformance.int.test.ts`.
 */
export interface EventLog {
  readonly kind: 'kafka' | 'postgres';
  /** Creates what is missing and brings partitions and retention to the catalogue's; never shrinks or deletes a topic. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /**
   * Appends the records in their order and resolves when all are durable (Kafka: acks from all in-sync replicas).
   * One call at a time per log: a caller that needs order awaits. Rejects with {@link EventLogUnavailable} on an outage;
   * some of the records may then be in the log already. Any other error is about the records and would come again.
   */
  append(records: readonly ProducedRecord[]): Promise<void>;
  subscribe(subscription: SubscriptionSpec): Promise<Subscription>;
  /**
   * The newest records of the topics, oldest first, and how far they reach. A subscription that was ready before the
   * call delivers everything behind that: together they have no gap, and nothing twice up to and including `through`.
   */
  readBack(request: { topics: readonly string[]; limit: number }): Promise<ReadBack>;
  /** One record, or `null` when the log does not hold it (any more). */
  readOne(place: RecordPlace): Promise<LogRecord | null>;
  /** The groups that keep a place in the log, whoever runs them. */
  groups(): Promise<GroupState[]>;
  /** Records a group still has to read, per partition. */
  lag(groupId: string): Promise<PartitionLag[]>;
  /** Resolves when the log answers, rejects with {@link EventLogUnavailable} when it does not within the time, in ms. */
  ping(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  readonly retentionMs: number;
  readonly replicationFactor: number;
}

export interface ProducedRecord {
  readonly topic: string;
  /** Records with one key keep their order: the partition is chosen by murmur2(key), as Kafka's Java client does. */
  readonly key: string | null;
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  /** Decimal int64; grows within the partition, with gaps. */
  readonly offset: string;
  readonly key: string | null;
  /** `null` is a tombstone. Undecodable bytes arrive as they are. */
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** When the log took it, ms since the epoch. */
  readonly timestampMs: number;
}

export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

export interface ReadBack {
  readonly records: readonly LogRecord[];
  /** For every partition of the topics, the offset up to which nothing is missing from `records` but what is older. */
  readonly through: readonly RecordPlace[];
}

export interface GroupState {
  readonly groupId: string;
  /** Members that live now. */
  readonly members: number;
}

export interface SubscriptionSpec {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Where a group starts that has committed nothing: at the oldest record kept, or after the newest. */
  readonly startFrom: 'earliest' | 'latest';
  /** A group of one process that is not needed after it: its offsets are removed on `stop`. */
  readonly ephemeral?: boolean;
  /**
   * Called with the records of one partition in order, never twice at once for the same partition.
   * What it does not mark as done is delivered again, after half a second. It must not throw: a throw is told to the
   * log's `onError`, and what is behind the last mark is delivered again.
   */
  readonly onBatch: (batch: PartitionBatch) => Promise<void>;
}

export interface PartitionBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly LogRecord[];
  /** False once the partition belongs to another member or the subscription stops: leave the rest alone. */
  active(): boolean;
  /** Keeps the membership while a handler waits. Free: both adapters beat by themselves beside the handlers. */
  heartbeat(): Promise<void>;
  /**
   * Marks everything up to `offset` as done inside the transaction of the effect, where the log can (the embedded one),
   * and throws {@link PartitionLost} when another member owns the partition by now, so that the effect rolls back.
   * On Kafka it does nothing: `markDone` after the commit does it.
   */
  markDoneWithin(tx: SqlTx, offset: string): Promise<void>;
  /** Marks everything up to `offset` as done, after the effect's commit. Cheap; flushed soon and at the batch's end. */
  markDone(offset: string): Promise<void>;
}

export interface Subscription {
  /** Resolves when the start positions are fixed: whatever is appended after that will be delivered. */
  readonly ready: Promise<void>;
  /** ms since the epoch of the last turn of the fetch loop, also an empty one: what "ready" and the watchdog look at. */
  lastTurnMs(): number;
  /** Finishes the record under way, commits, leaves the group. */
  stop(): Promise<void>;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: number;
}

/** The log (or the network to it) is down: wait and try again, nothing is wrong with the records. */
export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable';
}

/** Another member owns the partition: roll back, it will do the work. */
export class PartitionLost extends Error {
  override readonly name = 'PartitionLost';
}
