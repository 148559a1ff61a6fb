import kafkajs from 'kafkajs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { kafkaBroker, startPrivateBroker, uniqueName } from '@/lib/infra/testing/test-kafka';
import { createAuthor } from './announce';
import { startBffProcess } from './bff-process';
import { createUser } from './campus';
import { openScreen } from './live-screen';

const EACH_TIME = 20;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

describe.skipIf(kafkaBroker === null)('Kafka down', () => {
  it('at the start and in the middle: all is accepted and kept, and arrives once and in order when it is back', async () => {
    const broker = await startPrivateBroker();
    cleanUp.push(() => broker.remove());
    await broker.stop('SIGKILL');
    const database = await createTestDatabase({ poolSize: 12 });
    cleanUp.push(() => database.drop());
    const admin = await createUser(database.sql, { role: 'admin' });
    const student = await createUser(database.sql, { role: 'student' });
    const announcer = await createAuthor(database, admin);
    const brokers = [broker.address];
    const bff = await startBffProcess({ databaseUrl: database.url, brokers, until: 'live' });
    cleanUp.push(() => bff.stop());
    const screen = await openScreen(database, bff.origin, student);
    cleanUp.push(() => screen.close());
    await screen.connect();

    const titles: string[] = [];
    async function publishWhileAway(): Promise<void> {
      for (let i = 0; i < EACH_TIME; i += 1) {
        const title = `No. ${titles.length}`;
        titles.push(title);
        await announcer.publish((await announcer.draft({ title })).id);
      }
      expect(await waitingEvents()).toBeGreaterThanOrEqual(EACH_TIME);
    }
    async function waitingEvents(): Promise<number> {
      const { rows } = await database.sql.query<{ waiting: number }>(
        'SELECT count(*)::int AS waiting FROM outbox_event WHERE relayed_at IS NULL',
      );
      return rows[0]?.waiting ?? 0;
    }
    const shown = () => screen.shown().notifications.map(({ title }) => title);
    const allShown = () =>
      vi.waitFor(() => expect(shown()).toHaveLength(titles.length), { timeout: 60_000, interval: 50 });

    await publishWhileAway();
    expect((await fetch(`${bff.origin}/health/ready`)).status).toBe(503);
    expect(screen.isLive()).toBe(true);
    await broker.start();
    await allShown();
    await vi.waitFor(async () => expect(await waitingEvents()).toBe(0), { timeout: 60_000 });

    await broker.stop('SIGKILL');
    await publishWhileAway();
    await broker.start();
    await allShown();

    expect(new Set(shown())).toEqual(new Set(titles));
    expect([...screen.told.values()]).toEqual(titles.map(() => 1));
    // In a burst the count may be ahead for a moment, and is asked for again.
    await vi.waitFor(() => expect(screen.shown().unread).toBe(titles.length), { timeout: 20_000 });
    const published = (await readTopic(broker.address, 'announcement.events')).filter(
      ({ type }) => type === 'ANNOUNCEMENT_PUBLISHED',
    );
    expect(new Set(published.map(({ id }) => id)).size).toBe(titles.length);
    for (const partition of new Set(published.map((record) => record.partition))) {
      const records = published.filter((record) => record.partition === partition);
      const numbers = records.map(({ title }) => number(title));
      expect(withoutRepeats(numbers), JSON.stringify(records)).toEqual(
        [...new Set(numbers)].sort((a, b) => a - b),
      );
    }
    expect(await readTopic(broker.address, 'dlq.events')).toEqual([]);
  }, 180_000);
});

const number = (title: string) => Number(title.slice('No. '.length));
/** A batch whose sending was cut off may have been sent twice: consumers know an event by its id. */
const withoutRepeats = (numbers: readonly number[]) =>
  numbers.filter((each, index) => numbers.indexOf(each) === index);

interface Published {
  readonly partition: number;
  readonly offset: string;
  /** When it was sent, and its place in the outbox. */
  readonly sentAt: string;
  readonly seq: string;
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

/** Everything that is in a topic now, as any Kafka client sees it. */
async function readTopic(broker: string, topic: string): Promise<Published[]> {
  const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const total = ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  if (total === 0) return [];
  const found: Published[] = [];
  const consumer = kafka.consumer({ groupId: uniqueName('reader') });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ partition, message }) => {
      const { event_id: id, event_type: type, payload } = JSON.parse(String(message.value));
      const { offset, timestamp: sentAt, headers } = message;
      const seq = String(headers?.['nimbusu-seq']);
      found.push({ partition, offset, sentAt, seq, id, type, title: payload?.title });
    },
  });
  await vi.waitFor(() => expect(found.length).toBeGreaterThanOrEqual(total), { timeout: 60_000 });
  await consumer.disconnect();
  return found;
}
