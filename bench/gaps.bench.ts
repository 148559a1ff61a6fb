import { setTimeout as pause } from 'node:timers/promises';
import { eventDefinition } from '@/lib/contracts/events/catalogue';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import type { Database } from '@/lib/infra/db/database';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { prepareEvent, writeToOutbox } from '@/lib/infra/outbox/publish';
import { createEmbeddedTurn } from '@/server/outbox-relay/relay-to-embedded-log';
import { runRelay } from '@/server/outbox-relay/run-relay';
import type { Bench } from './bench';
import { whole } from './print-results';
import { until } from './rounds';
import type { World } from './world';

const WRITERS = 8;
const TRANSACTIONS = 300;
const LONGEST_HOLD_MS = 20;
const ROLLED_BACK = 0.2;

const bench: Bench = {
  about: `${WRITERS} writers at once publish an event in each of ${TRANSACTIONS} transactions, hold it open for up to ${LONGEST_HOLD_MS} ms, and roll ${ROLLED_BACK * 100} of 100 back. The product's reader is a consumer of the log behind relay and sequencer. Baseline: the naive reader of the same table, \`WHERE id > cursor ORDER BY id\`, which passes by what commits late under a smaller id.`,
  async run(world) {
    const database = await world.openDatabase();
    const ours = await readThroughLog(world, database);
    const naive = readNaively(database);
    const committed = (
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(database, writer)))
    ).flat();
    await until(() => committed.every((key) => ours.has(key)));
    const naiveSeen = await naive.stop();
    const lost = (seen: ReadonlyMap<string, number>) => committed.filter((key) => !seen.has(key)).length;
    const extra = [...ours.keys()].filter((key) => !committed.includes(key)).length;
    const twice = [...ours.values()].filter((times) => times > 1).length;
    return [
      {
        what: `${whole(committed.length)} committed events`,
        ours: `${lost(ours)} lost, ${twice} twice, ${extra} that were rolled back`,
        baseline: `${whole(lost(naiveSeen))} lost`,
        ratio: null,
        target: 'nothing lost, nothing twice; the baseline loses',
        met: lost(ours) + twice + extra === 0 && lost(naiveSeen) > 0,
      },
    ];
  },
};
export default bench;

/** Resolves with the keys of what was committed. */
async function write(database: Database, writer: number): Promise<string[]> {
  const { example } = eventDefinition('ANNOUNCEMENT_PUBLISHED');
  const committed: string[] = [];
  for (let number = 0; number < TRANSACTIONS; number += 1) {
    const key = `${writer}-${number}`;
    const event = prepareEvent(
      'ANNOUNCEMENT_PUBLISHED',
      { ...example, announcement_id: key },
      { correlationId: 'bench' },
    );
    await database
      .transaction(async (tx) => {
        await writeToOutbox(tx, [event]);
        await pause(Math.random() * LONGEST_HOLD_MS);
        if (Math.random() < ROLLED_BACK) throw new ChangedMind();
      })
      .then(
        () => committed.push(key),
        (error: unknown) => {
          if (!(error instanceof ChangedMind)) throw error;
        },
      );
  }
  return committed;
}

class ChangedMind extends Error {}

/** How often each key was seen, as it comes in. */
async function readThroughLog(world: World, database: Database): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  const log = openEventLog({ brokers: null, database, clientId: 'bench' });
  world.after(() => log.close());
  await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
  const subscription = await log.subscribe({
    groupId: 'bench',
    topics: ['announcement.events'],
    startFrom: 'earliest',
    async onBatch(batch) {
      for (const { key, offset } of batch.records) {
        seen.set(key ?? '', (seen.get(key ?? '') ?? 0) + 1);
        await batch.markDone(offset);
      }
    },
  });
  world.after(() => subscription.stop());
  const relay = runRelay({
    databaseUrl: database.url,
    takeTurn: createEmbeddedTurn({ batchSize: 500, onRelayed: () => undefined }),
    onError: (error) => console.error(error),
  });
  world.after(() => relay.stop());
  return seen;
}

function readNaively(database: Database) {
  const seen = new Map<string, number>();
  let [cursor, stopped] = ['0', false];
  async function look(): Promise<void> {
    const { rows } = await database.sql.query<{ id: string; partition_key: string }>(
      'SELECT id, partition_key FROM outbox_event WHERE id > $1 ORDER BY id',
      [cursor],
    );
    for (const { id, partition_key } of rows) {
      seen.set(partition_key, 1);
      cursor = id;
    }
  }
  async function run(): Promise<void> {
    while (!stopped) {
      await look();
      await pause(1);
    }
    await look(); // whatever is there by now
  }
  const running = run();
  return {
    async stop(): Promise<ReadonlyMap<string, number>> {
      stopped = true;
      await running;
      return seen;
    },
  };
}
