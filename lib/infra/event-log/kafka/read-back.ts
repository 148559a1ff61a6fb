import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import { EventLogUnavailable, type LogRecord, type ReadBack, type RecordPlace } from '../port';
import { decodeRecord } from './decode-record';
import { topicEnds } from './topic-ends';

/** Part of a partition: from `first` to before `end`. */
interface Span {
  readonly topic: string;
  readonly partition: number;
  readonly first: bigint;
  readonly end: bigint;
}

const READ_LIMIT_MS = 15_000;

/** The newest records of the topics up to the high watermarks of now: of each partition at most `limit` are read. */
export async function readNewest(options: {
  kafka: Kafka;
  admin: Admin;
  topics: readonly string[];
  limit: number;
}): Promise<ReadBack> {
  const { kafka, admin, topics, limit } = options;
  const spans = (await Promise.all(topics.map((topic) => spansOf(admin, topic, BigInt(limit))))).flat();
  const records = await readSpans(kafka, admin, spans);
  records.sort(
    (a, b) =>
      a.timestampMs - b.timestampMs ||
      a.topic.localeCompare(b.topic) ||
      a.partition - b.partition ||
      (BigInt(a.offset) < BigInt(b.offset) ? -1 : 1),
  );
  return {
    records: records.slice(-limit),
    through: spans.map(({ topic, partition, end }) => ({ topic, partition, offset: (end - 1n).toString() })),
  };
}

export async function readRecord(options: {
  kafka: Kafka;
  admin: Admin;
  place: RecordPlace;
}): Promise<LogRecord | null> {
  const { kafka, admin, place } = options;
  const first = BigInt(place.offset);
  const known = (await topicEnds(admin, place.topic)).find(({ partition }) => partition === place.partition);
  if (!known || first < BigInt(known.low) || first >= BigInt(known.high)) return null;
  const span = { topic: place.topic, partition: place.partition, first, end: first + 1n };
  const records = await readSpans(kafka, admin, [span]);
  return records[0] ?? null;
}

async function spansOf(admin: Admin, topic: string, limit: bigint): Promise<Span[]> {
  return (await topicEnds(admin, topic)).map(({ partition, low, high }) => {
    const end = BigInt(high);
    const oldest = end - limit > BigInt(low) ? end - limit : BigInt(low);
    return { topic, partition, first: oldest, end };
  });
}

/**
 * Reads the spans by a consumer of its own: kafkajs reads only as a member of a group, so there is one for the moment.
 * Rejects when a span does not come to its end in time.
 */
async function readSpans(kafka: Kafka, admin: Admin, spans: readonly Span[]): Promise<LogRecord[]> {
  const open = new Map(spans.filter(({ first, end }) => first < end).map((span) => [keyOf(span), span]));
  if (open.size === 0) return [];
  const groupId = `read-back-${randomUUID()}`;
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: 50,
    minBytes: 1,
    allowAutoTopicCreation: false,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<LogRecord[]>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new EventLogUnavailable(`${[...open.keys()].join(', ')} could not be read in time`)),
        READ_LIMIT_MS,
      );
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      collect(consumer, open, resolve).catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined); // a group without members and places ends by itself
  }
}

async function collect(
  consumer: Consumer,
  open: Map<string, Span>,
  done: (records: LogRecord[]) => void,
): Promise<void> {
  const records: LogRecord[] = [];
  const spans = [...open.values()];
  // Called before the first fetch after a join, so nothing is read from elsewhere.
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { topic, partition, first } of spans)
      consumer.seek({ topic, partition, offset: first.toString() });
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...new Set(spans.map(({ topic }) => topic))], fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 4,
    async eachBatch({ batch }) {
      const { topic, partition } = batch;
      const span = open.get(keyOf({ topic, partition }));
      if (!span) return;
      for (const message of batch.messages) {
        const offset = BigInt(message.offset);
        if (offset >= span.first && offset < span.end) records.push(decodeRecord(topic, partition, message));
      }
      // The last offset of a batch may be a marker that is no record.
      if (BigInt(batch.lastOffset()) < span.end - 1n) return;
      open.delete(keyOf(span));
      if (open.size === 0) done(records);
    },
  });
}

const keyOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;
