import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { kafkaBroker, uniqueName } from '@/lib/infra/testing/test-kafka';
import { SESSION_MS } from './kafka/run-member';
import { openEventLog } from './open-event-log';
import { partitionFor } from './partition-hash';
import type { EventLog, LogRecord, PartitionBatch, SubscriptionSpec, TopicSpec } from './port';
import { describeTopics } from './testing/describe-topics';
import { eventually, numbered, readLog, type TestReader } from './testing/read-log';

const PARTITIONS = 6;
const DAY_MS = 86_400_000;

// At the same time, each test with a topic of its own: most of them wait for a session or a fetch to end.
describe.concurrent('on PostgreSQL', () => conform({ brokers: null }));
describe.skipIf(kafkaBroker === null).concurrent('on Kafka', () => conform({ brokers: [kafkaBroker ?? ''] }));

function conform({ brokers }: { brokers: string[] | null }): void {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const logs: EventLog[] = [];
  const faults: unknown[] = [];
  let log: EventLog;

  /** Another process's log, as far as the server can tell. */
  function openLog(): EventLog {
    const opened = openEventLog({
      brokers,
      database,
      clientId: uniqueName('test'),
      onError: (error) => faults.push(error),
    });
    logs.push(opened);
    return opened;
  }
  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 20 });
    log = openLog();
  });
  afterAll(async () => {
    await Promise.all(logs.map((each) => each.close()));
    await database.drop();
  });

  afterEach(({ task }) => {
    if (task.result?.state === 'fail') console.error('faults of the log so far:', faults);
  });

  async function newTopic(partitions = PARTITIONS): Promise<string> {
    const name = uniqueName('conformance');
    await log.ensureTopics([spec(name, partitions)]);
    return name;
  }
  const spec = (name: string, partitions: number, retentionMs = 7 * DAY_MS): TopicSpec => ({
    name,
    partitions,
    retentionMs,
    replicationFactor: 1,
  });
  const newGroup = (topic: string, more: Partial<SubscriptionSpec> = {}) => ({
    groupId: uniqueName('group'),
    topics: [topic],
    startFrom: 'earliest' as const,
    ...more,
  });
  const append = (topic: string, values: readonly string[], keyOf = (value: string) => value) =>
    log.append(values.map((value) => ({ topic, key: keyOf(value), value })));
  const untilValues = (reader: TestReader, expected: readonly string[]) =>
    eventually(() => expect(reader.values().sort()).toEqual([...expected].sort()));

  it('keeps the order of each key, in the partition that every Kafka client chooses, with growing offsets', async () => {
    const topic = await newTopic();
    const values = numbered(400);
    const keyOf = (value: string) => `key-${Number(value.slice(1)) % 13}`;
    for (let from = 0; from < values.length; from += 50)
      await append(topic, values.slice(from, from + 50), keyOf);
    const reader = await readLog(log, newGroup(topic));
    await untilValues(reader, values);
    const last = new Map<number, bigint>();
    for (const { partition, offset, key, value } of reader.records) {
      expect(key).toBe(keyOf(String(value)));
      expect(partition).toBe(partitionFor(String(key), PARTITIONS));
      expect(BigInt(offset)).toBeGreaterThan(last.get(partition) ?? -1n);
      last.set(partition, BigInt(offset));
    }
    for (const key of new Set(values.map(keyOf))) {
      const ofKey = reader.records.filter((record) => record.key === key).map(({ value }) => String(value));
      expect(ofKey).toEqual(values.filter((value) => keyOf(value) === key));
    }
    await reader.subscription.stop();
  });

  it('carries headers, no key, no value, any text and a large value as they were', async () => {
    const topic = await newTopic(1);
    const large = 'ü'.repeat(500_000);
    const started = Date.now();
    await log.append([
      { topic, key: 'k', value: '{"a":1}', headers: { 'correlation-id': 'c-1', 'X-Umlaut': 'ä€😀' } },
      { topic, key: null, value: 'without a key' },
      { topic, key: 'k', value: null },
      { topic, key: 'schlüssel', value: 'not { json \u2028\n\t"' },
      { topic, key: 'large', value: large },
      { topic, key: 'k', value: '' },
    ]);
    const reader = await readLog(log, newGroup(topic));
    await eventually(() => expect(reader.records).toHaveLength(6));
    const text = ({ key, value, headers }: LogRecord) => ({ key, value: value?.toString() ?? null, headers });
    expect(reader.records.map(text)).toEqual([
      { key: 'k', value: '{"a":1}', headers: { 'correlation-id': 'c-1', 'X-Umlaut': 'ä€😀' } },
      { key: null, value: 'without a key', headers: {} },
      { key: 'k', value: null, headers: {} },
      { key: 'schlüssel', value: 'not { json \u2028\n\t"', headers: {} },
      { key: 'large', value: large, headers: {} },
      { key: 'k', value: '', headers: {} },
    ]);
    for (const { timestampMs } of reader.records) {
      expect(timestampMs).toBeGreaterThan(started - 5_000);
      expect(timestampMs).toBeLessThan(Date.now() + 5_000);
    }
    await reader.subscription.stop();
  });

  it('goes on behind what was marked after a restart, and delivers the rest again', async () => {
    const topic = await newTopic(1);
    const group = newGroup(topic);
    const values = numbered(10);
    await append(topic, values, () => 'k');
    const first = await readLog(log, group, async (record, batch) => {
      if (Number(String(record.value).slice(1)) < 4) await batch.markDone(record.offset);
    });
    await eventually(() => expect(first.values()).toEqual(expect.arrayContaining(values)));
    await first.subscription.stop();
    const second = await readLog(openLog(), group);
    await untilValues(second, values.slice(4));
    await second.subscription.stop();
    const third = await readLog(log, group);
    await append(topic, ['new'], () => 'k');
    await untilValues(third, ['new']);
    await third.subscription.stop();
  });

  it('delivers again from the last mark when a handler throws, while other partitions go on', async () => {
    const topic = await newTopic();
    const [bad = '', ...rest] = keysOfDifferentPartitions(3);
    let fails = true;
    const reader = await readLog(log, newGroup(topic), async (record, batch) => {
      if (record.key === bad && record.value?.toString() === `${bad}-1` && fails)
        throw new Error('on purpose');
      await batch.markDone(record.offset);
    });
    await log.append(
      numbered(3, '').flatMap((n) => [bad, ...rest].map((key) => ({ topic, key, value: `${key}-${n}` }))),
    );
    const done = rest.flatMap((key) => numbered(3, `${key}-`));
    await eventually(() => expect(reader.values()).toEqual(expect.arrayContaining(done)));
    await eventually(() =>
      expect(reader.values().filter((value) => value === `${bad}-1`).length).toBeGreaterThan(1),
    );
    expect(reader.values()).not.toContain(`${bad}-2`);
    fails = false;
    await eventually(() => expect(reader.values()).toContain(`${bad}-2`));
    expect(reader.values().filter((value) => value === `${bad}-0`)).toHaveLength(1);
    expect(faults).toContainEqual(new Error('on purpose'));
    await reader.subscription.stop();
  });

  it('shares the partitions among members, each record once, and hands over when one leaves', async () => {
    const topic = await newTopic();
    const group = newGroup(topic);
    const one = await readLog(log, group);
    const two = await readLog(openLog(), group);
    await eventually(async () => {
      await append(topic, numbered(PARTITIONS * 4, 'probe'));
      expect(one.records.length).toBeGreaterThan(0);
      expect(two.records.length).toBeGreaterThan(0);
    });
    await eventually(async () => expect(total(await log.lag(group.groupId))).toBe(0));
    const [before, beforeTwo] = [one.records.length, two.records.length];
    const values = numbered(300, 'shared');
    await append(topic, values);
    const got = () => [...one.values().slice(before), ...two.values().slice(beforeTwo)];
    await eventually(() => expect(got().sort()).toEqual([...values].sort()));
    const [ones, twos] = [partitionsOf(one, before), partitionsOf(two, beforeTwo)];
    expect(intersection(ones, twos)).toEqual([]);
    expect([ones.size, twos.size]).toEqual([PARTITIONS / 2, PARTITIONS / 2]);
    await two.subscription.stop();
    await append(topic, numbered(50, 'after'));
    await eventually(() => expect(one.values()).toEqual(expect.arrayContaining(numbered(50, 'after'))));
    await one.subscription.stop();
  });

  it('takes over from a member that dies without a word', async () => {
    const topic = await newTopic();
    const group = newGroup(topic);
    const settings = { brokers, databaseUrl: database.url, groupId: group.groupId, topic };
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'lib/infra/event-log/testing/member-process.ts', JSON.stringify(settings)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const said: string[] = [];
    createInterface(child.stdout).on('line', (line) => said.push(line));
    await eventually(() => expect(said).toContain('ready'));
    const survivor = await readLog(openLog(), group);
    await eventually(async () => {
      await append(topic, numbered(PARTITIONS * 4, 'probe'));
      expect(survivor.records.length).toBeGreaterThan(0);
      expect(said.length).toBeGreaterThan(1);
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const values = numbered(200, 'orphan');
    await append(topic, values);
    await eventually(() => expect(survivor.values()).toEqual(expect.arrayContaining(values)));
    await survivor.subscription.stop();
  });

  it('keeps the membership while a handler works longer than a session lasts', async ({ expect }) => {
    const topic = await newTopic(2);
    const group = newGroup(topic);
    const [slow = '', quick = ''] = keysOfDifferentPartitions(2, 2);
    const batches: PartitionBatch[] = [];
    const reader = await readLog(log, group, async (record, batch) => {
      if (record.key === slow) {
        batches.push(batch);
        // How long the work takes is what this is about.
        await new Promise((resolve) => setTimeout(resolve, SESSION_MS + 2_000));
      }
      await batch.markDone(record.offset);
    });
    await append(topic, ['slow'], () => slow);
    await eventually(() => expect(batches).toHaveLength(1));
    await append(topic, ['quick'], () => quick);
    await eventually(() => expect(reader.values()).toContain('quick'));
    await eventually(async () => expect(total(await log.lag(group.groupId))).toBe(0));
    expect(batches.map((batch) => batch.active())).toEqual([true]);
    expect(reader.values().sort()).toEqual(['quick', 'slow']);
    await reader.subscription.stop();
  });

  it.each([true, false])(
    'starts at the newest (ephemeral: %s): nothing old, all that comes after it is ready',
    async (ephemeral) => {
      const topic = await newTopic();
      await append(topic, numbered(30, 'old'));
      const reader = await readLog(log, newGroup(topic, { startFrom: 'latest', ephemeral }));
      const values = numbered(30, 'new');
      await append(topic, values);
      await untilValues(reader, values);
      await reader.subscription.stop();
    },
  );

  it('gives every group all records, and a new group all from the start', async () => {
    const topic = await newTopic();
    const [one, two] = [await readLog(log, newGroup(topic)), await readLog(log, newGroup(topic))];
    const values = numbered(60);
    await append(topic, values);
    await untilValues(one, values);
    await untilValues(two, values);
    const replay = await readLog(log, newGroup(topic));
    await untilValues(replay, values);
    await Promise.all([one, two, replay].map((reader) => reader.subscription.stop()));
  });

  it('creates topics, raises partitions, follows the retention, and changes nothing the second time', async () => {
    const [kept, raised] = [uniqueName('kept'), uniqueName('raised')];
    const first = [spec(kept, 3), spec(raised, 2, DAY_MS)];
    await log.ensureTopics(first);
    await log.ensureTopics(first);
    expect(await describeTopics({ brokers, sql: database.sql }, [kept, raised])).toEqual([
      { partitions: 3, retentionMs: 7 * DAY_MS },
      { partitions: 2, retentionMs: DAY_MS },
    ]);
    await log.ensureTopics([spec(kept, 1), spec(raised, 5, 3 * DAY_MS)]);
    await eventually(async () =>
      expect(await describeTopics({ brokers, sql: database.sql }, [kept, raised])).toEqual([
        { partitions: 3, retentionMs: 7 * DAY_MS },
        { partitions: 5, retentionMs: 3 * DAY_MS },
      ]),
    );
  });

  it('counts what a group has still to read', async () => {
    const topic = await newTopic(2);
    const group = newGroup(topic);
    const [one = '', two = ''] = keysOfDifferentPartitions(2, 2);
    await append(topic, numbered(10), () => one);
    await append(topic, numbered(5), () => two);
    const lazy = await readLog(log, group, async (record, batch) => {
      if (record.key === one && Number(String(record.value).slice(1)) < 4)
        await batch.markDone(record.offset);
    });
    await eventually(async () =>
      expect(await log.lag(group.groupId)).toEqual(
        expect.arrayContaining([
          { topic, partition: partitionFor(one, 2), lag: 6 },
          { topic, partition: partitionFor(two, 2), lag: 5 },
        ]),
      ),
    );
    await lazy.subscription.stop();
    const eager = await readLog(log, group);
    await eventually(async () => expect(total(await log.lag(group.groupId))).toBe(0));
    await eager.subscription.stop();
  });

  it('gives the newest records before a subscription: no gap between the two, nothing twice', async () => {
    const [one, two] = [await newTopic(3), await newTopic(2)];
    const topics = [one, two];
    const appendToBoth = (values: readonly string[]) =>
      log.append(values.flatMap((value) => topics.map((topic) => ({ topic, key: value, value }))));
    const asText = ({ topic, value }: LogRecord) => `${topic === one ? 'one' : 'two'} ${value}`;
    const both = (values: readonly string[]) => values.flatMap((value) => [`one ${value}`, `two ${value}`]);
    const empty = await log.readBack({ topics, limit: 10 });
    expect(empty.records).toEqual([]);
    expect(empty.through).toHaveLength(5);
    await appendToBoth(numbered(40, 'old'));
    const tail = await readLog(log, {
      groupId: uniqueName('tail'),
      topics,
      startFrom: 'latest',
      ephemeral: true,
    });
    // Something comes between the tail's start and the look back, and goes on while it is read.
    await appendToBoth(numbered(20, 'between'));
    const writing = (async () => {
      for (const value of numbered(20, 'beside')) await appendToBoth([value]);
    })();
    const { records, through } = await log.readBack({ topics, limit: 1_000 });
    await writing;
    await untilValues(
      tail,
      [...both(numbered(20, 'between')), ...both(numbered(20, 'beside'))].map((text) => text.slice(4)),
    );
    const reaches = new Map(through.map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]));
    const behind = tail.records.filter(
      ({ topic, partition, offset }) => BigInt(offset) > BigInt(reaches.get(`${topic}/${partition}`) ?? -1),
    );
    const everything = [...numbered(40, 'old'), ...numbered(20, 'between'), ...numbered(20, 'beside')];
    expect([...records, ...behind].map(asText).sort()).toEqual(both(everything).sort());
    const newest = await log.readBack({ topics, limit: 7 });
    expect(newest.records).toHaveLength(7);
    const times = newest.records.map((record) => record.timestampMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(records[0]?.timestampMs ?? Infinity);
    expect((await log.readBack({ topics: [two], limit: 500 })).records.map(({ topic }) => topic)).toEqual(
      everything.map(() => two),
    );
    await tail.subscription.stop();
  });

  it('finds one record by its place, and none where none is', async () => {
    const topic = await newTopic(1);
    await append(topic, numbered(5), () => 'k');
    const { records } = await log.readBack({ topics: [topic], limit: 5 });
    const third = records[2];
    expect(third?.value?.toString()).toBe('r2');
    expect(await log.readOne({ topic, partition: 0, offset: third?.offset ?? '' })).toEqual(third);
    for (const offset of ['99999999999', '-1'])
      expect(await log.readOne({ topic, partition: 0, offset })).toBeNull();
    expect(await log.readOne({ topic, partition: 7, offset: third?.offset ?? '' })).toBeNull();
  });

  it('names the groups that keep a place, with their living members', async () => {
    const topic = await newTopic(1);
    const group = newGroup(topic);
    await append(topic, ['first']);
    const reader = await readLog(log, group);
    await untilValues(reader, ['first']);
    const stateOf = async () => (await log.groups()).find(({ groupId }) => groupId === group.groupId);
    await eventually(async () => expect(await stateOf()).toEqual({ groupId: group.groupId, members: 1 }));
    await reader.subscription.stop();
    await eventually(async () => expect(await stateOf()).toEqual({ groupId: group.groupId, members: 0 }));
  });

  it('answers a ping, and its loop turns while there is nothing to read', async () => {
    await log.ping(5_000);
    const reader = await readLog(log, newGroup(await newTopic(1)));
    const turned = reader.subscription.lastTurnMs();
    await eventually(() => expect(reader.subscription.lastTurnMs()).toBeGreaterThan(turned));
    await reader.subscription.stop();
  });
}

function keysOfDifferentPartitions(count: number, partitions = PARTITIONS): string[] {
  const byPartition = new Map(numbered(100, 'key').map((key) => [partitionFor(key, partitions), key]));
  return [...byPartition.values()].slice(0, count);
}

const partitionsOf = (reader: TestReader, from = 0) =>
  new Set(reader.records.slice(from).map((record) => record.partition));
const intersection = (one: Set<number>, two: Set<number>) => [...one].filter((each) => two.has(each));
const total = (lags: readonly { lag: number }[]) => lags.reduce((sum, { lag }) => sum + lag, 0);
