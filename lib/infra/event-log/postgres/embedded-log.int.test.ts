import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { openEventLog } from '../open-event-log';
import { partitionFor } from '../partition-hash';
import { type EventLog, EventLogUnavailable, PartitionLost } from '../port';
import { eventually, numbered, readLog } from '../testing/read-log';
import { enforceRetention } from './enforce-retention';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let log: EventLog;
const faults: unknown[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  faults.length = 0;
  log = openEventLog({ brokers: null, database, clientId: 'test', onError: (error) => faults.push(error) });
  await log.ensureTopics([{ name: 't', partitions: 3, retentionMs: 60_000, replicationFactor: 1 }]);
});
afterEach(async () => {
  await log.close();
  await database.drop();
});

const group = { groupId: 'g', topics: ['t'], startFrom: 'earliest' as const };
const append = (values: readonly string[], key = 'k') =>
  log.append(values.map((value) => ({ topic: 't', key, value })));
const query = <Row>(sql: string) => database.sql.query<Row>(sql).then(({ rows }) => rows);

it('commits the place with the effect, and neither when the partition has gone to another member', async () => {
  await query('CREATE TABLE effect (value TEXT)');
  const outcomes: string[] = [];
  const reader = await readLog(log, group, async (record, batch) => {
    const value = String(record.value);
    if (value === 'stolen') await query(`UPDATE event_log_offset SET owner = 'another'`);
    await database
      .transaction(async (tx) => {
        await tx.query('INSERT INTO effect VALUES ($1)', [value]);
        await batch.markDoneWithin(tx, record.offset);
      })
      .then(() => batch.markDone(record.offset))
      .catch((error: unknown) => {
        if (!(error instanceof PartitionLost)) throw error;
        outcomes.push('lost');
        throw error;
      });
  });
  await append(['fine']);
  await eventually(async () => expect(await query('SELECT * FROM effect')).toEqual([{ value: 'fine' }]));
  await append(['stolen']);
  await eventually(() => expect(outcomes).toContain('lost'));
  expect(await query('SELECT * FROM effect')).toEqual([{ value: 'fine' }]);
  await reader.subscription.stop();
});

it('never moves a place back: what a member lost and another did stays done', async () => {
  const offsets: string[] = [];
  const reader = await readLog(log, group, async (record, batch) => {
    offsets.push(record.offset);
    if (offsets.length < 3) return batch.markDone(record.offset);
    // Meanwhile another member had the partition, did more, and gave it back.
    await query(`UPDATE event_log_offset SET committed = committed + 1000 WHERE owner IS NOT NULL`);
    await database.transaction((tx) => batch.markDoneWithin(tx, record.offset));
  });
  await append(numbered(3));
  await eventually(() => expect(offsets).toHaveLength(3));
  await reader.subscription.stop();
  const [place] = await query<{ committed: number }>(
    `SELECT committed::int FROM event_log_offset WHERE log_partition = ${partitionFor('k', 3)}`,
  );
  expect(place?.committed).toBeGreaterThanOrEqual(1000);
});

it('goes on by itself when every connection is cut, and loses nothing', async () => {
  const reader = await readLog(log, group);
  const values = numbered(20);
  for (const [index, value] of values.entries()) {
    if (index % 5 === 4) {
      await query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    }
    await eventually(() => append([value]));
  }
  await eventually(() => expect(new Set(reader.values())).toEqual(new Set(values)));
  const turned = reader.subscription.lastTurnMs();
  await eventually(() => expect(reader.subscription.lastTurnMs()).toBeGreaterThan(turned));
});

it('says that it is down when nobody listens, and a topic that does not exist is no outage', async () => {
  const gone = await createTestDatabase();
  await gone.drop();
  const dead = openEventLog({ brokers: null, database: { ...database, sql: gone.sql }, clientId: 'test' });
  await expect(dead.ping(5_000)).rejects.toBeInstanceOf(EventLogUnavailable);
  await dead.close();
  const wrong = log.append([{ topic: 'nobody knows', key: 'k', value: 'v' }]);
  await expect(wrong).rejects.not.toBeInstanceOf(EventLogUnavailable);
});

it('delivers within one group to several partitions at once, and to one partition one batch at a time', async () => {
  const atWork = new Map<number, number>();
  let mostOfOne = 0;
  let mostOfAll = 0;
  const count = (partition: number, by: number) => {
    atWork.set(partition, (atWork.get(partition) ?? 0) + by);
    mostOfOne = Math.max(mostOfOne, ...atWork.values());
    mostOfAll = Math.max(
      mostOfAll,
      [...atWork.values()].reduce((sum, each) => sum + each, 0),
    );
  };
  const reader = await readLog(log, group, async (record, batch) => {
    count(record.partition, 1);
    // Each stays at work until another partition is at work beside it, so that "at once" does not depend on the moment.
    await eventually(() => expect(mostOfAll).toBeGreaterThan(1));
    await query('SELECT 1');
    count(record.partition, -1);
    await batch.markDone(record.offset);
  });
  await log.append(numbered(60).map((value) => ({ topic: 't', key: value, value })));
  await eventually(() => expect(reader.records).toHaveLength(60));
  expect(mostOfOne).toBe(1);
  expect(mostOfAll).toBeGreaterThan(1);
});

it('reads partitions that are added later from their start', async () => {
  const reader = await readLog(log, { ...group, startFrom: 'latest' });
  await log.ensureTopics([{ name: 't', partitions: 12, retentionMs: 60_000, replicationFactor: 1 }]);
  const values = numbered(100);
  await log.append(values.map((value) => ({ topic: 't', key: value, value })));
  await eventually(() => expect(reader.values().sort()).toEqual(values.sort()));
});

it('bounds what one fetch brings, and still delivers a record larger than the bound', async () => {
  const large = 'x'.repeat(9_000_000);
  await append(['small', large, large, 'last']);
  const sizes: number[] = [];
  const subscription = await log.subscribe({
    ...group,
    async onBatch(batch) {
      sizes.push(batch.records.length);
      for (const record of batch.records) await batch.markDone(record.offset);
    },
  });
  await eventually(() => expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4));
  expect(sizes.length).toBeGreaterThan(1);
  await subscription.stop();
});

it('deletes what is older than its topic keeps, in chunks, and a group goes on with the oldest kept', async () => {
  await log.ensureTopics([{ name: 'long', partitions: 1, retentionMs: 86_400_000, replicationFactor: 1 }]);
  await append(numbered(25, 'old'));
  await log.append([{ topic: 'long', key: 'k', value: 'old but kept' }]);
  await query(`UPDATE event_log_record SET created_at = now() - interval '2 minutes'`);
  await append(['young']);
  expect(await enforceRetention(database.sql, 10)).toBe(25);
  expect(await enforceRetention(database.sql, 10)).toBe(0);
  const reader = await readLog(log, { ...group, topics: ['t', 'long'] });
  await eventually(() => expect(reader.values().sort()).toEqual(['old but kept', 'young']));
});

it('leaves nothing behind of an ephemeral group, and forgets members that died', async () => {
  const reader = await readLog(log, { ...group, groupId: 'passing', startFrom: 'latest', ephemeral: true });
  await append(['seen']);
  await eventually(() => expect(reader.values()).toEqual(['seen']));
  await reader.subscription.stop();
  expect(await query(`SELECT 1 FROM event_log_offset WHERE group_id = 'passing'`)).toEqual([]);
  expect(await query(`SELECT 1 FROM event_log_member WHERE group_id = 'passing'`)).toEqual([]);
  await query(
    `INSERT INTO event_log_member (group_id, member_id, heartbeat_at) VALUES ('g', 'dead', now() - interval '2 minutes')`,
  );
  await readLog(log, group);
  expect(await query(`SELECT 1 FROM event_log_member WHERE member_id = 'dead'`)).toEqual([]);
});
