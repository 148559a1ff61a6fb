import type { Admin, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import {
  type LogRecord,
  type PartitionBatch,
  PartitionLost,
  type Subscription,
  type SubscriptionSpec,
} from '../port';

const START_RETRY_MS = 1_000;
const FAULT_PAUSE_MS = 500;

/** A member of a Kafka group. It starts in the background: with the broker down it tries until it is there. */
export function subscribeToKafka(options: {
  kafka: Kafka;
  admin: Admin;
  openAdmin: () => Promise<void>;
  subscription: SubscriptionSpec;
  onError: (error: unknown) => void;
}): Subscription {
  const { kafka, admin, subscription, onError } = options;
  const { groupId, topics } = subscription;
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 2_000,
    maxWaitTimeInMs: 50,
    minBytes: 1,
    allowAutoTopicCreation: false,
    retry: {
      initialRetryTime: 100,
      maxRetryTime: 2_000,
      retries: 8,
      restartOnFailure: async () => !stopping,
    },
  });
  let stopping = false;
  let lastTurn = Date.now();
  let announceReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  consumer.on(consumer.events.FETCH, () => {
    lastTurn = Date.now();
  });
  consumer.on(consumer.events.GROUP_JOIN, () => announceReady());
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    onError(payload.error);
    if (!payload.restart && !stopping) subscription.onFatal?.(payload.error);
  });

  /** A group that starts at the newest record gets its positions before it reads, so nothing after `ready` is missed. */
  async function fixPositions(): Promise<void> {
    await options.openAdmin();
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
      await admin.setOffsets({ groupId, topic, partitions });
    }
  }

  async function start(): Promise<void> {
    if (subscription.startFrom === 'latest') await fixPositions();
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: (payload) => handleBatch(payload),
    });
  }

  async function handleBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    let done: string | null = null;
    const batch: PartitionBatch = {
      topic,
      partition,
      records: messages.map((message) => recordOf(topic, partition, message)),
      active: () => !stopping && payload.isRunning() && !payload.isStale(),
      heartbeat: payload.heartbeat,
      markDoneWithin: async () => undefined,
      async markDone(offset) {
        done = offset;
        payload.resolveOffset(offset);
        await payload.heartbeat();
      },
    };
    let fault: unknown;
    try {
      await subscription.onBatch(batch);
    } catch (error) {
      fault = error;
    }
    if (done !== null) {
      const offset = (BigInt(done) + 1n).toString();
      await consumer.commitOffsets([{ topic, partition, offset }]);
    }
    if (fault === undefined || fault instanceof PartitionLost) return;
    // Read on from the last record that is done: what was not resolved is fetched again.
    onError(fault);
    await new Promise((resolve) => setTimeout(resolve, FAULT_PAUSE_MS));
  }

  async function startUntilStarted(): Promise<void> {
    while (!stopping) {
      try {
        return await start();
      } catch (error) {
        onError(error);
        await new Promise((resolve) => setTimeout(resolve, START_RETRY_MS));
      }
    }
  }

  const starting = startUntilStarted();
  return {
    ready,
    lastTurnMs: () => lastTurn,
    async stop() {
      stopping = true;
      await starting;
      await consumer.disconnect();
      if (subscription.ephemeral) await admin.deleteGroups([groupId]).catch(onError);
    },
  };
}

function recordOf(topic: string, partition: number, message: KafkaMessage): LogRecord {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value,
    headers: textHeaders(message.headers ?? {}),
    timestampMs: Number(message.timestamp),
  };
}

function textHeaders(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last.toString()]];
    }),
  );
}
