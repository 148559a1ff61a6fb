import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { ProducedRecord } from '../port';

/** A request stays below the broker's default limit of 1 MiB for a partition's batch; a larger record goes alone. */
const REQUEST_BYTES = 800_000;
/** About what a record takes beside its key, value and headers. */
const RECORD_BYTES = 100;

/** Writes records in their order, acknowledged by all in-sync replicas, one request in flight. */
export function createRecordProducer(kafka: Kafka): {
  send(records: readonly ProducedRecord[]): Promise<void>;
  close(): Promise<void>;
} {
  let connecting: Promise<Producer> | null = null;
  let sending: Promise<unknown> = Promise.resolve();

  async function connect(): Promise<Producer> {
    const producer = kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1, // a retry inside kafkajs cannot overtake
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      connecting = null;
      await producer.disconnect();
      throw error;
    }
  }

  async function sendInOrder(records: readonly ProducedRecord[]): Promise<void> {
    connecting ??= connect();
    const producer = await connecting;
    for (const request of splitBySize(records)) {
      await producer.sendBatch({
        acks: -1,
        timeout: 10_000,
        compression: kafkajs.CompressionTypes.None,
        topicMessages: byTopic(request),
      });
    }
  }

  return {
    send(records) {
      const sent = sending.then(() => sendInOrder(records));
      sending = sent.catch(() => undefined); // the caller has the error; the next send only waits its turn
      return sent;
    },
    async close() {
      await sending;
      const producer = await connecting?.catch(() => null); // never connected: nothing to close
      await producer?.disconnect();
    },
  };
}

export function splitBySize(records: readonly ProducedRecord[], limit = REQUEST_BYTES): ProducedRecord[][] {
  const requests: ProducedRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const size = sizeOf(record);
    if (size > room || requests.length === 0) {
      requests.push([]);
      room = limit;
    }
    requests.at(-1)?.push(record);
    room -= size;
  }
  return requests;
}

function sizeOf({ key, value, headers = {} }: ProducedRecord): number {
  const texts = [key ?? '', value ?? '', ...Object.entries(headers).flat()];
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), RECORD_BYTES);
}

function byTopic(records: readonly ProducedRecord[]) {
  const topics = new Map<
    string,
    { key: string | null; value: string | null; headers: Record<string, string> }[]
  >();
  for (const { topic, key, value, headers } of records) {
    const messages = topics.get(topic) ?? [];
    messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, messages);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}
