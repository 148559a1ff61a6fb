import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { createDatabase, type Database } from '@/lib/infra/db/database';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog, LogRecord, ProducedRecord, Subscription } from '@/lib/infra/event-log/port';
import { createLogger } from '@/lib/infra/logger/logger';
import { createEventMetrics } from '@/lib/infra/metrics/event-metrics';
import { startCuttableProxy } from '@/lib/infra/testing/cuttable-proxy';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, testEngines } from '@/lib/infra/testing/test-engine';
import { DEAD_LETTER_TOPIC } from './dead-letter';
import { notificationTable } from './groups/notification-service-group/notification-table';
import { createOutageGate } from './outage-gate';
import { type HandlerContext, type Outcome, outcome } from './outcome';
import { runGroup } from './run-group';

const waitFor = <T>(check: () => T | Promise<T>, timeout = 40_000) =>
  vi.waitFor(check, { timeout, interval: 50 });
const topic = 'announcement.events';

describe.each(testEngines())('a consumer group on the $engine log', ({ engine }) => {
  let brokers: readonly string[] | null;
  let stopBroker: () => Promise<void>;
  let home: Awaited<ReturnType<typeof createTestDatabase>>;
  let log: EventLog;
  const running: Subscription[] = [];
  let outages = 0;

  beforeAll(async () => {
    ({ brokers, stop: stopBroker } = await startTestEngine(engine));
    home = await createTestDatabase();
    log = openEventLog({ brokers, database: home, clientId: `test-${randomUUID()}` });
    await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
    await home.sql.query('CREATE TABLE effect (place serial, event_id text, note text)');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
  });
  afterAll(async () => {
    await log.close();
    await stopBroker();
    await home.drop();
  });

  type Handle = (
    event: { event_id: string; payload: { title: string } },
    context: HandlerContext,
  ) => Promise<Outcome>;

  async function run(handle: Handle, on: { log: EventLog; database: Database } = { log, database: home }) {
    const subscription = await runGroup(
      'notification-service-group',
      { ...notificationTable, ANNOUNCEMENT_PUBLISHED: handle },
      {
        ...on,
        gate: createOutageGate({
          onOpen: () => undefined,
          onOutage: () => {
            outages += 1;
          },
        }),
        metrics: createEventMetrics(),
        logger: createLogger({ level: 'silent', service: 'test' }),
        wakeRelay: () => undefined,
        timeZone: 'Europe/Vienna',
        retry: { retries: 3, firstMs: 1, factor: 2, mostMs: 5 },
      },
    );
    running.push(subscription);
  }

  const note: Handle = async (event, { tx }) => {
    await tx.query('INSERT INTO effect (event_id, note) VALUES ($1, $2)', [
      event.event_id,
      event.payload.title,
    ]);
    return outcome.done();
  };
  const effectsOf = async (mark: string) =>
    (
      await home.sql.query<{ note: string }>(`SELECT note FROM effect WHERE note LIKE $1 ORDER BY place`, [
        `${mark}%`,
      ])
    ).rows;

  function published(title: string, key = 'one'): ProducedRecord {
    const example = exampleEnvelope('ANNOUNCEMENT_PUBLISHED');
    const event = { ...example, event_id: randomUUID(), payload: { ...example.payload, title } };
    return { topic, key, value: encodeEvent(event) };
  }

  async function deadLetters(): Promise<LogRecord[]> {
    const found: LogRecord[] = [];
    const reader = await log.subscribe({
      groupId: `dead-letters-${randomUUID()}`,
      topics: [DEAD_LETTER_TOPIC],
      startFrom: 'earliest',
      async onBatch(batch) {
        for (const record of batch.records) {
          found.push(record);
          await batch.markDone(record.offset);
        }
      },
    });
    const end = `end-${randomUUID()}`;
    const ends = Array.from({ length: 24 }, (_, i) => ({
      topic: DEAD_LETTER_TOPIC,
      key: `${end}-${i}`,
      value: '{}',
    }));
    await log.append(ends);
    await waitFor(() => expect(found.filter((record) => record.key?.startsWith(end))).toHaveLength(24));
    await reader.stop();
    return found.filter((record) => !record.key?.startsWith('end-'));
  }

  it('has one effect of an event that is delivered three times', async () => {
    const mark = randomUUID();
    const record = published(mark);
    await log.append([record, record, record, published(`${mark} last`)]);
    await run(note);
    await waitFor(async () => expect((await effectsOf(mark)).at(-1)?.note).toBe(`${mark} last`));
    expect(await effectsOf(mark)).toHaveLength(2);
  });

  it('undoes what a failing handler did, and tries again', async () => {
    const mark = randomUUID();
    let attempts = 0;
    await log.append([published(mark)]);
    await run(async (event, context) => {
      if (event.payload.title !== mark) return outcome.skip('another test');
      await note(event, context);
      attempts += 1;
      if (attempts === 1) throw new Error('once');
      return attempts === 2 ? outcome.retry('twice') : outcome.done();
    });
    await waitFor(async () => expect(await effectsOf(mark)).toHaveLength(1));
    expect(attempts).toBe(3);
  });

  it('sends what cannot be read or handled to the dead letter queue, whole, and goes on in order', async () => {
    const mark = randomUUID();
    const count = 10_000;
    const bad = new Set(Array.from({ length: 10 }, (_, i) => i * 1_000 + 137));
    const poison = (index: number): ProducedRecord =>
      index % 2 === 0
        ? { ...published(`${mark} poison`), headers: { origin: 'elsewhere' } }
        : { topic, key: 'one', value: `not json ${mark} ${index}`, headers: { origin: 'elsewhere' } };
    const records = Array.from({ length: count }, (_, i) =>
      bad.has(i) ? poison(i) : published(`${mark} ${String(i).padStart(5, '0')}`),
    );
    for (let i = 0; i < count; i += 1_000) await log.append(records.slice(i, i + 1_000));
    await run(async (event, context) => {
      if (event.payload.title === `${mark} poison`) throw new Error('poison');
      return event.payload.title.startsWith(mark) ? note(event, context) : outcome.skip('another test');
    });
    const notes = await waitFor(async () => {
      const all = await effectsOf(mark);
      expect(all).toHaveLength(count - 10);
      return all.map((row) => row.note);
    }, 110_000);
    expect(notes).toEqual([...notes].sort());
    const dead = (await deadLetters()).filter((record) => record.value?.includes(mark));
    expect(dead).toHaveLength(10);
    const undecodable = dead.filter((record) => record.headers['dlq.error_class'] === 'undecodable');
    expect(undecodable).toHaveLength(10);
    for (const record of dead) {
      const body = JSON.parse(record.value?.toString() ?? '');
      expect(body).toMatchObject({
        original_topic: topic,
        original_key: 'one',
        consumer_group: 'notification-service-group',
        service_name: 'Notification Service',
        failure_count: 1,
      });
      expect(body.original_event).toContain(mark);
      expect(Date.parse(body.original_timestamp)).toBeGreaterThan(0);
      expect(Date.parse(body.last_attempt_at)).toBeGreaterThan(0);
      expect(record.headers).toMatchObject({
        'dlq.original_topic': topic,
        'dlq.original_partition': expect.stringMatching(/^\d$/),
        'dlq.original_offset': expect.stringMatching(/^\d+$/),
        'dlq.target_group': 'notification-service-group',
        'dlq.replay_count': '0',
        'original.origin': 'elsewhere',
      });
    }
  }, 180_000);

  it('gives up on a record after the contract’s retries, with its event and the reason', async () => {
    const mark = randomUUID();
    const record = published(mark);
    await log.append([record, published(`${mark} after`)]);
    await run(async (event, context) => {
      if (event.payload.title === mark) throw new Error(`cannot: ${mark}`);
      return event.payload.title.startsWith(mark) ? note(event, context) : outcome.skip('another test');
    });
    await waitFor(async () => expect(await effectsOf(mark)).toHaveLength(1));
    const [dead] = (await deadLetters()).filter((each) => each.value?.includes(`cannot: ${mark}`));
    const body = JSON.parse(dead?.value?.toString() ?? '');
    expect(body).toMatchObject({ failure_reason: `cannot: ${mark}`, failure_count: 4 });
    expect(body.stack_trace).toContain('cannot');
    expect(body.original_event).toEqual(JSON.parse(record.value ?? ''));
    expect(dead?.headers).toMatchObject({
      'dlq.event_id': JSON.parse(record.value ?? '').event_id,
      'dlq.error_class': 'retries_exhausted',
    });
  });

  it('waits while the database is down: no dead letters, the same order, and on it goes by itself', async () => {
    const mark = randomUUID();
    const before = (await deadLetters()).length;
    const server = new URL(home.url);
    const proxy = await startCuttableProxy(Number(server.port));
    server.port = String(proxy.port);
    const database = createDatabase(server.href);
    const throughProxy = openEventLog({
      brokers,
      database,
      clientId: `test-${randomUUID()}`,
      onError: () => {
        outages += 1;
      },
    });
    const seen: string[] = [];
    await run(
      async (event, context) => {
        if (!event.payload.title.startsWith(mark)) return outcome.skip('another test');
        if (event.payload.title === `${mark} 03` && seen.length === 3) proxy.cut();
        seen.push(event.payload.title);
        return note(event, context);
      },
      { log: throughProxy, database },
    );
    const records = Array.from({ length: 10 }, (_, i) => published(`${mark} ${String(i).padStart(2, '0')}`));
    await log.append(records);
    await waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(4));
    // Long enough for the test's three retries to be used up twice, were they used.
    outages = 0;
    await waitFor(() => expect(outages).toBeGreaterThan(8));
    proxy.mend();
    const notes = await waitFor(async () => {
      const all = await effectsOf(mark);
      expect(all).toHaveLength(10);
      return all.map((row) => row.note);
    });
    expect(notes).toEqual([...notes].sort());
    expect(await deadLetters()).toHaveLength(before);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await throughProxy.close();
    await database.close();
    await proxy.close();
  });
});
