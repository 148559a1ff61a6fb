import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { createAuthor } from '@/tests/announce';
import { createUser } from '@/tests/campus';
import type { Bench, Row } from './bench';
import { startProductionBff } from './production-bff';
import { quantile } from './rounds';
import type { World } from './world';

const WARM_UP = 30;
const SAMPLES = 200;
const REST_MS = 25;
const TOPIC = 'bench-raw';
const TARGET_MS = 15;

/** Does it once; resolves with how many ms it took to be seen. */
type Journey = () => Promise<number>;

const bench: Bench = {
  about: `From the moment an admin's publishing has committed (in a process of its own, as the web server is) until a student's socket has the notification: relay, fan-out to the recipients, second event, gateway, through the bundled BFF. Baseline: plain kafkajs \`send\` until a plain kafkajs consumer with the same fetch settings has the record: one way through the broker, where the product's road on Kafka goes through it twice. ${SAMPLES} of each, in turns, one at a time with a rest between; 95 of 100 took no longer than p95.`,
  async run(world) {
    const broker = await world.openBroker();
    const journeys = {
      embedded: await openProduct(world, null),
      kafka: await openProduct(world, [broker]),
      raw: await openRaw(world, broker),
    };
    const taken = { embedded: [] as number[], kafka: [] as number[], raw: [] as number[] };
    for (let i = 0; i < WARM_UP + SAMPLES; i += 1) {
      for (const name of ['embedded', 'kafka', 'raw'] as const) {
        const ms = await journeys[name]();
        if (i >= WARM_UP) taken[name].push(ms);
        // Until what follows the arrival is over too; of different lengths, as no journey shall always meet the same
        // moment of a poll.
        await pause(REST_MS + (i % 17));
      }
    }
    const at = (name: keyof typeof taken, share: number) => quantile(taken[name], share);
    const rawTarget = at('raw', 0.5) + TARGET_MS;
    const row = (name: 'embedded' | 'kafka', share: number, target: string, most: number | null): Row => ({
      what: `commit -> browser, ${name === 'kafka' ? 'Kafka' : 'embedded log'}, p${share * 100}`,
      ours: `${at(name, share).toFixed(1)} ms`,
      baseline: `${at('raw', share).toFixed(1)} ms`,
      ratio: at(name, share) / at('raw', share),
      target,
      met: most === null ? null : at(name, share) <= most,
    });
    return [
      row('embedded', 0.5, `at most ${TARGET_MS} ms`, TARGET_MS),
      row('embedded', 0.95, '', null),
      row('kafka', 0.5, `at most baseline + ${TARGET_MS} ms (${rawTarget.toFixed(1)} ms)`, rawTarget),
      row('kafka', 0.95, '', null),
    ];
  },
};
export default bench;

async function openProduct(world: World, brokers: readonly string[] | null): Promise<Journey> {
  const database = await world.openDatabase();
  const admin = await createUser(database.sql, { role: 'admin' });
  const student = await createUser(database.sql, { role: 'student' });
  const announcer = await createAuthor(database, admin);
  const bff = await startProductionBff(world, { databaseUrl: database.url, brokers });
  const socket = createSocket(bff.origin, { cookie: student.cookie });
  world.after(() => socket.disconnect());
  const arrived = createArrivals();
  socket.on('notification:created', ({ notification }) => arrived.at(notification.title));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    socket.connect();
  });
  const drafts: { id: string; title: string }[] = [];
  for (let i = 0; i < WARM_UP + SAMPLES; i += 1) drafts.push(await announcer.draft({ title: randomUUID() }));
  return async () => {
    const draft = drafts.pop();
    if (!draft) throw new Error('there is no draft left');
    const seen = arrived.of(draft.title);
    await announcer.publish(draft.id);
    const committed = performance.now();
    // It can be there before the publisher has heard of its commit.
    return Math.max(0, (await seen) - committed);
  };
}

async function openRaw(world: World, broker: string): Promise<Journey> {
  const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: 'bench-raw', maxWaitTimeInMs: 50, minBytes: 1 });
  world.after(() => Promise.all([producer.disconnect(), consumer.disconnect()]));
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
  const arrived = createArrivals();
  await consumer.run({ eachMessage: async ({ message }) => arrived.at(String(message.value)) });
  return async () => {
    const value = randomUUID();
    const seen = arrived.of(value);
    const sent = performance.now();
    await producer.send({ topic: TOPIC, acks: -1, messages: [{ value }] });
    return (await seen) - sent;
  };
}

function createArrivals() {
  const waiting = new Map<string, (at: number) => void>();
  return {
    /** Resolves with the moment at which `name` arrives. */
    of: (name: string) => new Promise<number>((resolve) => waiting.set(name, resolve)),
    at(name: string): void {
      waiting.get(name)?.(performance.now());
      waiting.delete(name);
    },
  };
}
