import kafkajs from 'kafkajs';
import { type EventLog, EventLogUnavailable, type Subscription, type SubscriptionSpec } from '../port';
import { ensureKafkaTopics } from './ensure-kafka-topics';
import { fromKafkaJs } from './kafka-errors';
import { listGroups, measureLag } from './measure-lag';
import { createRecordProducer } from './produce-records';
import { readNewest, readRecord } from './read-back';
import { subscribeToKafka } from './subscribe-to-kafka';

const PING_LIMIT_MS = 5_000;

/** The event log on Kafka, through kafkajs. Nothing is connected before it is used; an outage at the start is an outage. */
export function createKafkaEventLog(options: {
  brokers: readonly string[];
  clientId: string;
  /** What was overcome: an outage of the loop, a throwing handler. */
  onError: (error: unknown) => void;
}): EventLog {
  const { onError } = options;
  const kafka = new kafkajs.Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 12_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 3 },
    logLevel: kafkajs.logLevel.NOTHING, // what it would say comes as errors of the calls and of the consumers' events
  });
  const client = kafka.admin();
  const admin = retriedOnce(async () => {
    await client.connect();
    return client;
  });
  const producer = createRecordProducer(kafka);
  const subscriptions = new Map<Subscription, SubscriptionSpec>();

  async function ping(timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new EventLogUnavailable(`no broker answered in ${timeoutMs} ms`)),
        timeoutMs,
      );
    });
    const answer = admin().then((connected) => connected.describeCluster());
    await saidByThePort(() => Promise.race([answer, limit])).finally(() => clearTimeout(timer));
  }

  return {
    kind: 'kafka',
    ping,
    ensureTopics: (topics) => saidByThePort(async () => ensureKafkaTopics(await admin(), topics)),
    async append(records) {
      if (records.length > 0) await saidByThePort(() => producer.send(records));
    },
    async subscribe(spec) {
      const subscription = subscribeToKafka({
        kafka,
        admin,
        ping: () => ping(PING_LIMIT_MS),
        subscription: spec,
        onError,
      });
      subscriptions.set(subscription, spec);
      return {
        ...subscription,
        async stop() {
          await subscription.stop();
          subscriptions.delete(subscription);
        },
      };
    },
    readBack: (request) => saidByThePort(async () => readNewest({ kafka, admin: await admin(), ...request })),
    readOne: (place) => saidByThePort(async () => readRecord({ kafka, admin: await admin(), place })),
    groups: () => saidByThePort(async () => listGroups(await admin())),
    lag(groupId) {
      // A group that has committed nothing yet is known only by its subscription here; an ephemeral one never commits.
      const topics = [...subscriptions.values()].find(
        (spec) => spec.groupId === groupId && !spec.ephemeral,
      )?.topics;
      return saidByThePort(async () => measureLag(await admin(), groupId, topics));
    },
    async close() {
      await Promise.all([...subscriptions.keys()].map((subscription) => subscription.stop()));
      subscriptions.clear();
      await producer.close();
      await client.disconnect();
    },
  };
}

async function saidByThePort<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fromKafkaJs(error);
  }
}

/** Keeps the result; a failure is forgotten, so the next call tries again. */
function retriedOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = null;
      throw error;
    });
    return result;
  };
}
