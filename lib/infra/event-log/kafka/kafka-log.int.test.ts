import kafkajs, { type Consumer, type ConsumerConfig, type ConsumerRunConfig } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kafkaBroker, startPrivateBroker, uniqueName } from '@/lib/infra/testing/test-kafka';
import { EventLogUnavailable } from '../port';
import { eventually, numbered, readLog } from '../testing/read-log';
import { createKafkaEventLog } from './kafka-event-log';
import { subscribeToKafka } from './subscribe-to-kafka';

const faults: unknown[] = [];
const open = (brokers: string[]) =>
  createKafkaEventLog({ brokers, clientId: uniqueName('test'), onError: (error) => faults.push(error) });
const topicOf = (name: string) => ({ name, partitions: 3, retentionMs: 3_600_000, replicationFactor: 1 });

describe.skipIf(kafkaBroker === null).concurrent('Kafka itself', () => {
  const brokers = [kafkaBroker ?? ''];
  const log = open(brokers);
  afterAll(() => log.close());

  it('delivers bytes that are no text as they are', async () => {
    const topic = uniqueName('bytes');
    await log.ensureTopics([topicOf(topic)]);
    const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28]);
    const producer = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'k', value: bytes, headers: { twice: ['a', 'b'] } }] });
    await producer.disconnect();
    const reader = await readLog(log, { groupId: uniqueName('g'), topics: [topic], startFrom: 'earliest' });
    await eventually(() => expect(reader.records.map(({ value }) => value)).toEqual([bytes]));
    expect(reader.records[0]?.headers).toEqual({ twice: 'b' });
    await reader.subscription.stop();
  });

  it('sends more than one request may hold, in order, and says when one record alone is too large', async () => {
    const topic = uniqueName('large');
    await log.ensureTopics([topicOf(topic)]);
    const values = numbered(30).map((value) => value.padEnd(200_000, '.'));
    await log.append(values.map((value) => ({ topic, key: 'k', value })));
    const reader = await readLog(log, { groupId: uniqueName('g'), topics: [topic], startFrom: 'earliest' });
    await eventually(() => expect(reader.records).toHaveLength(30));
    expect(reader.values()).toEqual(values);
    await reader.subscription.stop();
    const tooLarge = log.append([{ topic, key: 'k', value: 'x'.repeat(11_000_000) }]);
    await expect(tooLarge).rejects.not.toBeInstanceOf(EventLogUnavailable);
    await log.append([{ topic, key: 'k', value: 'goes on' }]);
  });

  it('replaces a member whose fetches stay away though the broker answers', async () => {
    // The first consumer never fetches: as one that has hung.
    let consumers = 0;
    const { found, readAll } = await subscribeWith((consumer) => {
      consumers += 1;
      return consumers === 1 ? { ...consumer, run: async () => undefined } : consumer;
    });
    await readAll();
    expect(String(found[0])).toContain('starts anew');
  });

  it('starts a member anew that kafkajs has given up', async () => {
    // The first run ends as kafkajs ends it when the group has no coordinator yet.
    let runs = 0;
    const { found, readAll } = await subscribeWith((consumer) => {
      let crash: (event: unknown) => void = () => undefined;
      return {
        ...consumer,
        on(event: string, listener: (event: unknown) => void) {
          if (event === consumer.events.CRASH) crash = listener;
          return consumer.on(event as 'consumer.crash', listener);
        },
        async run(given?: ConsumerRunConfig) {
          runs += 1;
          if (runs > 1) return consumer.run(given);
          crash({ payload: { error: new Error('Failed to find group coordinator'), restart: false } });
        },
      };
    });
    await readAll();
    expect(String(found[0])).toContain('group coordinator');
  });

  /** A subscription to a new topic, each of its consumers doctored by `doctor`. */
  async function subscribeWith(doctor: (consumer: Consumer) => unknown) {
    const topic = uniqueName('doctored');
    await log.ensureTopics([topicOf(topic)]);
    const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
    const values: string[] = [];
    const found: unknown[] = [];
    const subscription = subscribeToKafka({
      kafka: new Proxy(kafka, {
        get: (target, name, receiver) =>
          name === 'consumer'
            ? (config: ConsumerConfig) => doctor(kafka.consumer(config))
            : Reflect.get(target, name, receiver),
      }),
      admin: async () => kafka.admin(),
      ping: () => log.ping(5_000),
      subscription: {
        groupId: uniqueName('g'),
        topics: [topic],
        startFrom: 'earliest',
        async onBatch(batch) {
          for (const record of batch.records) {
            values.push(String(record.value));
            await batch.markDone(record.offset);
          }
        },
      },
      onError: (error) => found.push(error),
      watch: { everyMs: 50, limitMs: 5_000 },
    });
    return {
      found,
      /** Appends ten records, waits until all have come, and stops. */
      async readAll() {
        await log.append(numbered(10).map((value) => ({ topic, key: value, value })));
        await eventually(() => expect(values.sort()).toEqual(numbered(10).sort()));
        await subscription.stop();
      },
    };
  }

  it('leaves what an operator has set on a topic, also when it changes the retention', async () => {
    const topic = uniqueName('tuned');
    await log.ensureTopics([topicOf(topic)]);
    const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const type = kafkajs.ConfigResourceTypes.TOPIC;
    const configEntries = [{ name: 'max.message.bytes', value: '2000000' }];
    await admin.alterConfigs({ validateOnly: false, resources: [{ type, name: topic, configEntries }] });
    const settings = async () => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type, name: topic, configNames: ['max.message.bytes', 'retention.ms'] }],
      });
      return Object.fromEntries(
        (resources[0]?.configEntries ?? []).map((entry) => [entry.configName, entry.configValue]),
      );
    };
    await eventually(async () => expect(await settings()).toMatchObject({ 'max.message.bytes': '2000000' }));
    await log.ensureTopics([{ ...topicOf(topic), retentionMs: 7_200_000 }]);
    await eventually(async () =>
      expect(await settings()).toEqual({ 'max.message.bytes': '2000000', 'retention.ms': '7200000' }),
    );
    await admin.disconnect();
  });

  it('says that it is down when nobody listens', async () => {
    const dead = open(['127.0.0.1:1']);
    await expect(dead.ping(5_000)).rejects.toBeInstanceOf(EventLogUnavailable);
    await expect(dead.append([{ topic: 't', key: 'k', value: 'v' }])).rejects.toBeInstanceOf(
      EventLogUnavailable,
    );
    await dead.close();
  });
});

describe.skipIf(kafkaBroker === null).concurrent('an outage of Kafka', () => {
  let broker: Awaited<ReturnType<typeof startPrivateBroker>>;
  beforeAll(async () => {
    broker = await startPrivateBroker();
  });
  afterAll(() => broker.remove());

  it('is told to who appends, and over by itself: both kinds of groups go on and nothing is lost', async () => {
    const log = open([broker.address]);
    await log.ensureTopics([topicOf('t')]);
    const shared = await readLog(log, { groupId: 'g', topics: ['t'], startFrom: 'earliest' });
    const passing = await readLog(log, { groupId: 'p', topics: ['t'], startFrom: 'latest', ephemeral: true });
    const append = (value: string) => log.append([{ topic: 't', key: value, value }]);
    await append('before');
    await eventually(() => expect([shared.values(), passing.values()]).toEqual([['before'], ['before']]));

    await broker.stop('SIGKILL');
    await expect(append('lost')).rejects.toBeInstanceOf(EventLogUnavailable);
    await expect(log.ping(2_000)).rejects.toBeInstanceOf(EventLogUnavailable);
    const stoodStill = shared.subscription.lastTurnMs();
    const late = open([broker.address]);
    const lateReader = readLog(late, { groupId: 'late', topics: ['t'], startFrom: 'earliest' });
    await eventually(() => expect(faults.length).toBeGreaterThan(3));
    expect(shared.subscription.lastTurnMs()).toBe(stoodStill);

    await broker.start();
    await eventually(() => append('after'));
    const all = ['before', 'after'];
    await eventually(() => expect(new Set(shared.values())).toEqual(new Set(all)));
    await eventually(() => expect(passing.values()).toEqual(all));
    await eventually(async () => expect((await lateReader).values().sort()).toEqual([...all].sort()));
    await log.ping(5_000);
    await Promise.all([log.close(), late.close()]);
  });
});
