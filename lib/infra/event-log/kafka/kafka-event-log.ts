import kafkajs, { type Producer } from 'kafkajs';
import { type EventLog, EventLogUnavailable, type ProducedRecord } from '../port';
import { ensureKafkaTopics } from './ensure-kafka-topics';
import { fromKafkaJs } from './kafka-errors';
import { subscribeToKafka } from './subscribe-to-kafka';

// The package is CommonJS: plain Node sees its values only on the default export.
const { CompressionTypes, Kafka, logLevel, Partitioners } = kafkajs;

/** The event log on Kafka, through kafkajs. Nothing is connected before it is used; an outage at the start is an outage. */
export function createKafkaEventLog(options: {
  brokers: readonly string[];
  clientId: string;
  onError: (error: unknown) => void;
}): EventLog {
  const kafka = new Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 3 },
    logLevel: logLevel.NOTHING, // what it would say comes as errors of the calls and of the consumers' events
  });
  const admin = kafka.admin();
  const openAdmin = once(() => admin.connect());
  let producer: Producer | null = null;
  let openProducer: Promise<Producer> | null = null;
  let sending: Promise<unknown> = Promise.resolve();

  function connected(): Promise<Producer> {
    openProducer ??= (async () => {
      // Order and acknowledgement by all replicas; one send in flight, so a retry inside kafkajs cannot overtake.
      producer = kafka.producer({
        createPartitioner: Partitioners.DefaultPartitioner,
        allowAutoTopicCreation: false,
        maxInFlightRequests: 1,
      });
      await producer.connect();
      return producer;
    })();
    openProducer.catch(() => {
      openProducer = null;
    });
    return openProducer;
  }

  async function send(records: readonly ProducedRecord[]): Promise<void> {
    try {
      await (await connected()).sendBatch({
        acks: -1,
        compression: CompressionTypes.None,
        topicMessages: byTopic(records),
      });
    } catch (error) {
      throw fromKafkaJs(error);
    }
  }

  return {
    kind: 'kafka',
    async ensureTopics(topics) {
      try {
        await openAdmin();
        await ensureKafkaTopics(admin, topics);
      } catch (error) {
        throw fromKafkaJs(error);
      }
    },
    append(records) {
      if (records.length === 0) return Promise.resolve();
      const sent = sending.then(() => send(records));
      sending = sent.catch(() => undefined); // the caller has the error; the next send only waits its turn
      return sent;
    },
    subscribe: async (subscription) =>
      subscribeToKafka({ kafka, admin, openAdmin, subscription, onError: options.onError }),
    async lag(groupId) {
      try {
        await openAdmin();
        const places = await admin.fetchOffsets({ groupId });
        const lags = await Promise.all(
          places.map(async ({ topic, partitions }) => {
            const ends = new Map((await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end]));
            return partitions.map(({ partition, offset }) => {
              const end = ends.get(partition);
              const from = Math.max(Number(offset), Number(end?.low ?? 0));
              return { topic, partition, lag: Math.max(0, Number(end?.high ?? 0) - from) };
            });
          }),
        );
        return lags.flat();
      } catch (error) {
        throw fromKafkaJs(error);
      }
    },
    async ping(timeoutMs) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new EventLogUnavailable('no broker answered in time')), timeoutMs);
      });
      try {
        await Promise.race([openAdmin().then(() => admin.describeCluster()), limit]);
      } catch (error) {
        throw fromKafkaJs(error);
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await sending;
      await producer?.disconnect();
      await admin.disconnect();
    },
  };
}

function byTopic(records: readonly ProducedRecord[]) {
  const messages = new Map<
    string,
    { key: string | null; value: string | null; headers: Record<string, string> }[]
  >();
  for (const { topic, key, value, headers } of records) {
    const list = messages.get(topic) ?? [];
    list.push({ key, value, headers: { ...headers } });
    messages.set(topic, list);
  }
  return [...messages].map(([topic, list]) => ({ topic, messages: list }));
}

/** Runs once; a failure is forgotten, so the next call tries again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    done.catch(() => {
      done = null;
    });
    return done;
  };
}
