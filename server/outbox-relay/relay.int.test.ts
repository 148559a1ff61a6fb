import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { EventLogUnavailable, type ProducedRecord } from '@/lib/infra/event-log/port';
import { publish } from '@/lib/infra/outbox/publish';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { pruneOutbox } from './prune-outbox';
import { createEmbeddedTurn } from './relay-to-embedded-log';
import { createKafkaTurn } from './relay-to-kafka';
import { type RelayTurn, type RunningRelay, runRelay } from './run-relay';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const relays: RunningRelay[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 12 });
  const log = openEventLog({ brokers: null, database, clientId: 'test' });
  await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
  await log.close();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE outbox_event, event_log_record');
  faults.length = 0;
});
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

const embeddedTurn = createEmbeddedTurn({ batchSize: 50, onRelayed: () => undefined });

function start(takeTurn: RelayTurn = embeddedTurn): RunningRelay {
  const relay = runRelay({ databaseUrl: database.url, takeTurn, onError: (error) => faults.push(error) });
  relays.push(relay);
  return relay;
}

function wakeRelays(): void {
  for (const relay of relays) relay.wake();
}

const context = { correlationId: 'test' };
const draft = (title: string) => ({
  announcement_id: randomUUID(),
  title,
  content: 'text',
  announcement_type: 'general',
  priority: 'normal' as const,
  target_audience: 'all' as const,
  target_details: {},
  created_by: randomUUID(),
});

async function logged(): Promise<{ offset: string; title: string }[]> {
  const { rows } = await database.sql.query<{ offset: string; value: string }>(
    'SELECT log_offset::text AS offset, value FROM event_log_record ORDER BY log_offset',
  );
  return rows.map((row) => ({ offset: row.offset, title: JSON.parse(row.value).payload.title }));
}

const waitFor = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe('the sequencer', () => {
  it('numbers committed events without a gap, whatever order the writers commit in', async () => {
    const wake = createRelayWake(database.sql, (error) => faults.push(error));
    start();
    const before = await lastSeq();
    // In each round the writers take their ids in one order and commit in the other.
    const writers = Array.from({ length: 8 }, (_, writer) => writer);
    for (let round = 0; round < 20; round += 1) {
      const committedAfter = new Map<number, Promise<void>>();
      const ids: Promise<void>[] = [];
      for (const writer of [...writers].reverse()) {
        const later = committedAfter.get(writer + 1) ?? Promise.resolve();
        let written: () => void = () => undefined;
        ids[writer] = new Promise((resolve) => {
          written = resolve;
        });
        committedAfter.set(
          writer,
          write(`${writer}-${round}`, { written, before: later, rollsBack: (writer + round) % 5 === 0 }),
        );
        await ids[writer];
      }
      await Promise.all(committedAfter.values());
      wake();
    }
    const committed = 8 * 20 * 0.8;
    const rows = await waitFor(async () => {
      const all = await logged();
      expect(all).toHaveLength(committed);
      return all;
    });
    expect(rows.map((row) => Number(row.offset))).toEqual(
      Array.from({ length: committed }, (_, index) => before + 1 + index),
    );
    for (const writer of writers) {
      const rounds = rows.map((row) => row.title.split('-').map(Number)).filter(([by]) => by === writer);
      expect(rounds.map(([, round]) => round)).toEqual(
        rounds.map(([, round]) => round).sort((a = 0, b = 0) => a - b),
      );
    }
  });

  it('hands over when the leader’s connection is cut, and loses nothing', async () => {
    const [first, second] = [start(), start()];
    await waitFor(() => expect([first.leads(), second.leads()].filter(Boolean)).toHaveLength(1));
    const unit = createUnitOfWork(database, wakeRelays);
    for (let i = 0; i < 30; i += 1) {
      if (i === 10 || i === 20) {
        await database.sql.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nimbusu-relay' AND datname = current_database()`,
        );
      }
      await unit.run(context, async (tx) => tx.publish('ANNOUNCEMENT_CREATED', draft(`e${i}`)));
    }
    const rows = await waitFor(async () => {
      const all = await logged();
      expect(all).toHaveLength(30);
      return all;
    });
    expect(rows.map((row) => row.title)).toEqual(Array.from({ length: 30 }, (_, i) => `e${i}`));
  });

  it('wakes on a NOTIFY of another process', async () => {
    const relay = start();
    await waitFor(() => expect(relay.leads()).toBe(true));
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    await publish(database.sql, 'ANNOUNCEMENT_CREATED', draft('woken'), context);
    await other.query('NOTIFY nimbusu_outbox');
    await waitFor(async () => expect(await logged()).toHaveLength(1));
    await other.end();
  });

  it('refuses to drop an event of a topic the log does not have', async () => {
    await database.sql.query(
      `UPDATE event_log_topic SET name = 'renamed' WHERE name = 'announcement.events'`,
    );
    await publish(database.sql, 'ANNOUNCEMENT_CREATED', draft('kept'), context);
    start();
    await waitFor(() => expect(faults.length).toBeGreaterThan(0));
    expect(await logged()).toEqual([]);
    await database.sql.query(
      `UPDATE event_log_topic SET name = 'announcement.events' WHERE name = 'renamed'`,
    );
    await waitFor(async () => expect((await logged()).map((row) => row.title)).toEqual(['kept']));
  });
});

describe('towards a log outside the database', () => {
  it('holds events while the log is down and drains them in order, without stamping anything twice', async () => {
    const sent: ProducedRecord[] = [];
    let down = true;
    const takeTurn = createKafkaTurn({
      batchSize: 7,
      onRelayed: () => undefined,
      append: async (records) => {
        if (down) throw new EventLogUnavailable('down');
        sent.push(...records);
      },
    });
    const unit = createUnitOfWork(database, wakeRelays);
    start(takeTurn);
    for (let i = 0; i < 20; i += 1) {
      await unit.run(context, async (tx) => tx.publish('ANNOUNCEMENT_CREATED', draft(`e${i}`)));
    }
    await waitFor(() => expect(faults.length).toBeGreaterThan(1));
    expect(sent).toEqual([]);
    down = false;
    await waitFor(() => expect(sent).toHaveLength(20));
    expect(sent.map((record) => JSON.parse(record.value ?? '').payload.title)).toEqual(
      Array.from({ length: 20 }, (_, i) => `e${i}`),
    );
    const stamps = sent.map((record) => Number(record.headers?.['nimbusu-seq']));
    expect(stamps).toEqual(Array.from({ length: 20 }, (_, i) => (stamps[0] ?? 0) + i));
  });
});

it('prunes only what was relayed long ago', async () => {
  await publish(database.sql, 'ANNOUNCEMENT_CREATED', draft('old'), context);
  await database.sql.query(`UPDATE outbox_event SET seq = 1, relayed_at = now() - interval '8 days'`);
  await publish(database.sql, 'ANNOUNCEMENT_CREATED', draft('waiting'), context);
  expect(await pruneOutbox(database.sql)).toBe(1);
  const { rows } = await database.sql.query<{ seq: string | null }>('SELECT seq FROM outbox_event');
  expect(rows).toEqual([{ seq: null }]);
});

/** Writes an event, waits for another transaction, then commits or rolls back. */
async function write(
  title: string,
  { written, before, rollsBack }: { written: () => void; before: Promise<void>; rollsBack: boolean },
): Promise<void> {
  const work = database.transaction(async (tx) => {
    await publish(tx, 'ANNOUNCEMENT_CREATED', draft(title), context);
    written();
    await before;
    if (rollsBack) throw new Error('rolled back');
  });
  if (rollsBack) await expect(work).rejects.toThrow('rolled back');
  else await work;
}

async function lastSeq(): Promise<number> {
  const { rows } = await database.sql.query<{ last_seq: string }>('SELECT last_seq FROM sequencer_head');
  return Number(rows[0]?.last_seq);
}
