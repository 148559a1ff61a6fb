import kafkajs from 'kafkajs';
import { eventDefinition } from '@/lib/contracts/events/catalogue';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import type { Database } from '@/lib/infra/db/database';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog } from '@/lib/infra/event-log/port';
import { type PendingEvent, prepareEvent, writeToOutbox } from '@/lib/infra/outbox/publish';
import { createKafkaTurn } from '@/server/outbox-relay/relay-to-kafka';
import { runRelay } from '@/server/outbox-relay/run-relay';
import type { Bench } from './bench';
import { throughputRow, whole } from './print-results';
import { inTurns, timed } from './rounds';

const EVENTS = 10_000;
const BATCH = 500;
const ROUNDS = 5;
const TARGET = 6_000;

const bench: Bench = {
  about: `${whole(EVENTS)} ANNOUNCEMENT_PUBLISHED events wait in the outbox; the relay takes the lead, stamps, sends and marks them, in batches of ${BATCH}. Baseline: the same events by plain kafkajs \`sendBatch\` of ${BATCH}, one in flight, acks all, from memory. Median of ${ROUNDS} rounds each.`,
  async run(world) {
    const database = await world.openDatabase();
    const broker = await world.openBroker();
    const log = openEventLog({ brokers: [broker], database, clientId: 'bench' });
    world.after(() => log.close());
    await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
    const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    world.after(() => producer.disconnect());

    const events = makeEvents();
    const seconds = await inTurns(ROUNDS, {
      ours: () => relayAll(database, log),
      baseline: () =>
        timed(async () => {
          for (let start = 0; start < events.length; start += BATCH) {
            const messages = events.slice(start, start + BATCH).map(({ key, value }) => ({ key, value }));
            await producer.sendBatch({
              acks: -1,
              topicMessages: [{ topic: 'announcement.events', messages }],
            });
          }
        }),
    });
    return [throughputRow('outbox to Kafka', EVENTS, seconds, TARGET)];
  },
};
export default bench;

async function relayAll(database: Database, log: EventLog): Promise<number> {
  await database.sql.query('TRUNCATE outbox_event');
  const events = makeEvents();
  for (let start = 0; start < events.length; start += BATCH) {
    await database.transaction((tx) => writeToOutbox(tx, events.slice(start, start + BATCH)));
  }
  return timed(async () => {
    let moved = 0;
    let stop: () => Promise<void> = async () => undefined;
    await new Promise<void>((resolve, reject) => {
      const takeTurn = createKafkaTurn({
        append: log.append,
        batchSize: BATCH,
        onRelayed: (relayed) => {
          moved += relayed.length;
          if (moved === EVENTS) resolve();
        },
      });
      stop = runRelay({ databaseUrl: database.url, takeTurn, onError: reject }).stop;
    });
    await stop(); // ends the turn under way: the last batch is marked too
  });
}

function makeEvents(): PendingEvent[] {
  const { example } = eventDefinition('ANNOUNCEMENT_PUBLISHED');
  return Array.from({ length: EVENTS }, (_, number) =>
    prepareEvent(
      'ANNOUNCEMENT_PUBLISHED',
      { ...example, announcement_id: `announcement-${number}` },
      { correlationId: 'bench' },
    ),
  );
}
