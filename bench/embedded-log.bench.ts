import { randomUUID } from 'node:crypto';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { encodeEvent } from '@/lib/contracts/events/wire';
import type { Database } from '@/lib/infra/db/database';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog } from '@/lib/infra/event-log/port';
import type { Bench } from './bench';
import { throughputRow, whole } from './print-results';
import { inTurns, timed } from './rounds';

const EVENTS = 50_000;
const TOPIC = 'announcement.events';
const AT_ONCE = 1_000;
const ROUNDS = 5;
const TARGET = 20_000;

const bench: Bench = {
  about: `A new group reads ${whole(EVENTS)} events of all partitions of a topic from the log embedded in PostgreSQL, marks each and does nothing else; joining the group is part of the time. Baseline: one bare cursor query for ${whole(AT_ONCE)} rows after the other over the same table, without groups, partitions or marks. Median of ${ROUNDS} rounds each.`,
  async run(world) {
    const database = await world.openDatabase();
    const log = openEventLog({ brokers: null, database, clientId: 'bench' });
    world.after(() => log.close());
    await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
    const value = encodeEvent(exampleEnvelope('ANNOUNCEMENT_PUBLISHED'));
    for (let start = 0; start < EVENTS; start += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, (_, i) => ({
        topic: TOPIC,
        key: `k${start + i}`,
        value,
      }));
      await log.append(batch);
    }
    await database.sql.query('ANALYZE event_log_record');
    const seconds = await inTurns(ROUNDS, {
      ours: () => consumeAll(log, `bench-${randomUUID()}`),
      baseline: () => timed(() => readBare(database)),
    });
    return [throughputRow('embedded log to a consumer that does nothing', EVENTS, seconds, TARGET)];
  },
};
export default bench;

async function consumeAll(log: EventLog, groupId: string): Promise<number> {
  let read = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let stop: () => Promise<void> = async () => undefined;
  const seconds = await timed(async () => {
    const subscription = await log.subscribe({
      groupId,
      topics: [TOPIC],
      startFrom: 'earliest',
      async onBatch(batch) {
        for (const record of batch.records) {
          read += 1;
          await batch.markDone(record.offset);
        }
        if (read >= EVENTS) finish();
      },
    });
    stop = subscription.stop;
    await finished;
  });
  await stop();
  expectAll(read);
  return seconds;
}

async function readBare(database: Database): Promise<void> {
  let cursor = '0';
  let read = 0;
  for (;;) {
    const { rows } = await database.sql.query<{ log_offset: string; value: string }>(
      'SELECT log_offset, record_key, value FROM event_log_record WHERE log_offset > $1 ORDER BY log_offset LIMIT $2',
      [cursor, AT_ONCE],
    );
    const last = rows.at(-1);
    if (!last) break;
    read += rows.length;
    cursor = last.log_offset;
  }
  expectAll(read);
}

function expectAll(read: number): void {
  if (read !== EVENTS) throw new Error(`${read} events were read instead of ${EVENTS}`);
}
