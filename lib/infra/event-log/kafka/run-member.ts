import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import type { SubscriptionSpec } from '../port';
import { createPlaceCommitter } from './commit-places';
import { fixGroupAtEnd, newestOffsets, type StartOffsets } from './start-offsets';
import { createBatchWork } from './work-batches';

export interface Member {
  /** Whether any batch is with a handler. */
  stop(): Promise<void>;
}

/** Without a sign of life for so long a member is taken for gone. */
export const SESSION_MS = 10_000;
const START_RETRY_MS = 1_000;
const STOP_LIMIT_MS = 10_000;

/**
 * One kafkajs consumer. It starts in the background: with the broker down it tries until it is there. After an outage
 * kafkajs starts it anew, and what kafkajs takes for final is started anew here: a group whose coordinator a young
 * cluster does not know yet is one of those.
 */
export function runMember(options: {
  kafka: Kafka;
  admin: () => Promise<Admin>;
  subscription: SubscriptionSpec;
  onFetch: () => void;
  onJoined: () => void;
  onError: (error: unknown) => void;
}): Member {
  const { kafka, subscription, onError } = options;
  const { groupId, topics } = subscription;
  const stopped = new AbortController();
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: SESSION_MS,
    rebalanceTimeout: 20_000,
    heartbeatInterval: 2_000,
    maxWaitTimeInMs: 50,
    minBytes: 1,
    metadataMaxAge: 60_000,
    allowAutoTopicCreation: false,
    retry: {
      initialRetryTime: 100,
      maxRetryTime: 2_000,
      retries: 5,
      restartOnFailure: async () => !stopped.signal.aborted,
    },
  });
  // A group of one process keeps its places in memory; the broker need not know them.
  const committer = subscription.ephemeral ? null : createPlaceCommitter(consumer, onError);
  const work = createBatchWork({ consumer, committer, onBatch: subscription.onBatch, onError });
  let startOffsets: StartOffsets | null = null;
  let starting = Promise.resolve();

  consumer.on(consumer.events.FETCH, options.onFetch);
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    work.assigned(payload.memberAssignment);
    if (subscription.ephemeral) takePlaces();
    else committer?.kick(); // marks that a rebalance has kept from being written
    options.onJoined();
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    onError(payload.error);
    if (!subscription.ephemeral) work.forgetAll();
    if (!payload.restart) starting = starting.then(pauseBeforeStart).then(startUntilStarted);
  });

  /** Called before the first fetch after a join, so nothing is read from elsewhere. */
  function takePlaces(): void {
    for (const { topic, partition, offset } of startOffsets ?? [])
      consumer.seek({ topic, partition, offset });
    for (const { topic, partition, done } of work.places()) {
      if (done !== null) consumer.seek({ topic, partition, offset: (BigInt(done) + 1n).toString() });
    }
  }

  async function start(): Promise<void> {
    if (subscription.startFrom === 'latest') {
      const admin = await options.admin();
      if (!subscription.ephemeral) await fixGroupAtEnd(admin, groupId, topics);
      else startOffsets ??= await newestOffsets(admin, topics);
    }
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    if (stopped.signal.aborted) return;
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: work.eachBatch,
    });
  }

  async function startUntilStarted(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        return await start();
      } catch (error) {
        onError(error);
        await pauseBeforeStart();
      }
    }
  }

  async function pauseBeforeStart(): Promise<void> {
    await pause(START_RETRY_MS, undefined, { signal: stopped.signal }).catch(() => undefined); // stopped: go on
  }

  starting = startUntilStarted();
  return {
    async stop() {
      stopped.abort();
      await work.stop();
      await committer?.drain();
      // kafkajs may wait for a broker that does not answer; nothing is lost when it is left to itself.
      const left = starting.then(() => consumer.disconnect()).catch(onError);
      await Promise.race([left, pause(STOP_LIMIT_MS, undefined, { ref: false })]);
    },
  };
}
