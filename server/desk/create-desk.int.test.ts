import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { MASK } from '@/lib/contracts/events/mask-personal';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { DeskEvent, type DeskEvents, DeskFacets, DeskOpened, DeskRow } from '@/lib/contracts/pushes/desk';
import type { Unmasking } from '@/lib/domain/audit/record-unmasking';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog, ProducedRecord } from '@/lib/infra/event-log/port';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, testEngines } from '@/lib/infra/testing/test-engine';
import { deadLetterOf } from '../consumers/dead-letter';
import { createDesk, type Desk } from './create-desk';
import { FLOW } from './desk-view';

const waitFor = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const facetsOf = (given: Partial<DeskFacets> = {}) => DeskFacets.parse(given);
const placeOf = ({ topic, partition, offset }: DeskRow) => ({ topic, partition, offset });

describe.each(testEngines())('the desk on the $engine log', ({ engine }) => {
  let stopBroker: () => Promise<void>;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let log: EventLog;
  let desk: Desk;
  const unmaskings: Unmasking[] = [];
  const faults: unknown[] = [];

  beforeAll(async () => {
    const { brokers, stop } = await startTestEngine(engine);
    stopBroker = stop;
    database = await createTestDatabase();
    log = openEventLog({ brokers, database, clientId: `test-${randomUUID()}` });
    await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
    desk = createDesk({
      log,
      instanceId: randomUUID(),
      recordUnmasking: async (unmasking) => void unmaskings.push(unmasking),
      onError: (error) => faults.push(error),
    });
  });
  afterEach(() => expect(faults).toEqual([]));
  afterAll(async () => {
    await desk.close();
    await log.close();
    await stopBroker();
    await database.drop();
  });

  function announced(title: string, more: { eventId?: string; correlationId?: string } = {}): ProducedRecord {
    const example = exampleEnvelope('ANNOUNCEMENT_PUBLISHED');
    const announcementId = randomUUID();
    const event = {
      ...example,
      event_id: more.eventId ?? randomUUID(),
      correlation_id: more.correlationId ?? 'corr-12345678',
      payload: { ...example.payload, title, announcement_id: announcementId },
    };
    return { topic: 'announcement.events', key: announcementId, value: encodeEvent(event) };
  }

  async function sit(given: Partial<DeskFacets> = {}, history = 200) {
    const pushed: DeskEvents[] = [];
    const viewer = {
      id: randomUUID(),
      send: (events: DeskEvents) => void pushed.push(events),
      mayStay: async () => true,
      dismiss: () => undefined,
    };
    const open = async (facets: Partial<DeskFacets>, view: string) =>
      DeskOpened.parse(await desk.open(viewer, { view, facets: facetsOf(facets), history }));
    const opened = await open(given, 'first');
    return {
      opened,
      pushed,
      open,
      rows: () => [...opened.rows, ...pushed.flatMap(({ rows }) => rows)],
      leave: () => desk.leave(viewer.id),
    };
  }

  it('shows what is in the log: the history and what comes after, each record once, in order', async () => {
    const mark = randomUUID();
    const records = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => announced('T', { correlationId: `${mark}:${from + i}` }));
    await log.append(records(0, 30));
    let more = 30;
    const writing = { on: true };
    const written = (async () => {
      while (writing.on) {
        await log.append(records(more, 1));
        more += 1;
      }
    })();
    const seat = await sit();
    await log.append(records(1_000, 20));
    writing.on = false;
    await written;
    const inLog = (await log.readBack({ topics: ['announcement.events'], limit: 10_000 })).records
      .map((record) => JSON.parse(String(record.value)).correlation_id)
      .filter((id: string) => id.startsWith(mark));
    const shown = () =>
      seat
        .rows()
        .map((row) => row.correlation_id)
        .filter((id) => id.startsWith(mark));
    await waitFor(() => expect(shown().sort()).toEqual(inLog.sort()));
    expect(new Set(shown()).size).toBe(shown().length);
    const offsets = new Map<number, bigint>();
    for (const row of seat.rows()) {
      if (row.topic !== 'announcement.events') continue;
      expect(BigInt(row.offset)).toBeGreaterThan(offsets.get(row.partition) ?? -1n);
      offsets.set(row.partition, BigInt(row.offset));
    }
    seat.leave();
  });

  it('shows other services’ events, what breaks the contract and what is no event, and hides what is personal', async () => {
    const seat = await sit({}, 0);
    const id = randomUUID();
    const login = exampleEnvelope('LOGIN_FAILED');
    await log.append([
      announced('Fees of Asha Rao are due'),
      {
        topic: 'auth.events',
        key: 'asha@example.edu',
        value: encodeEvent({ ...login, event_id: randomUUID() }),
      },
      {
        topic: 'course.events',
        key: id,
        value: JSON.stringify({ ...login, event_id: id, event_type: 'COURSE_ODDLY_NAMED' }),
      },
      {
        topic: 'user.events',
        key: id,
        value: JSON.stringify({ event_type: 'USER_CREATED', payload: { email: 'b@c.edu' } }),
      },
      {
        topic: 'content.events',
        key: id,
        value: 'Asha Rao is no JSON',
        headers: { from: 'Asha Rao', 'trace-id': id },
      },
      { topic: 'content.events', key: id, value: null },
    ]);
    const rows = await waitFor(() => {
      const all = seat.rows();
      expect(all).toHaveLength(6);
      return all;
    });
    const states = Object.fromEntries(rows.map((row) => [row.topic, row.state]));
    expect(states).toEqual({
      'announcement.events': 'valid',
      'auth.events': 'valid',
      'course.events': 'unknown',
      'user.events': 'invalid',
      'content.events': 'undecodable',
    });
    expect(rows.find((row) => row.topic === 'auth.events')?.key).toBe(MASK);
    expect(JSON.stringify(rows)).not.toMatch(/Asha|@|192\.168/);
    const events = await Promise.all(rows.map((row) => desk.event(placeOf(row))));
    expect(
      JSON.stringify(events.map((event) => ({ ...event, record: { ...event?.record, schema: null } }))),
    ).not.toMatch(/Asha|@|192\.168/);
    const broken = events.find((event) => event?.row.topic === 'user.events');
    expect(broken?.record.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'event_id', kind: 'breaks' }),
        expect.objectContaining({ path: 'payload.user_id', kind: 'breaks' }),
        expect.objectContaining({ path: 'payload.role_id', kind: 'absent' }),
      ]),
    );
    const bytes = events.find((event) => event?.headers['trace-id'] === id);
    expect(bytes).toMatchObject({
      headers: { from: MASK },
      hidden: expect.arrayContaining(['value', 'headers.from']),
    });
    seat.leave();
  });

  it('narrows by topic, type, user, correlation id and the text that is shown, also while it is open', async () => {
    const [user, correlation] = [randomUUID(), `corr-${randomUUID()}`];
    const read = exampleEnvelope('NOTIFICATION_READ');
    const own = { ...read, event_id: randomUUID(), payload: { ...read.payload, user_id: user } };
    await log.append([
      announced('Midterm', { correlationId: correlation }),
      { topic: 'notification.status', key: user, value: encodeEvent(own) },
      announced('Other'),
    ]);
    const shown = async (facets: Partial<DeskFacets>) => (await seat.open(facets, 'again')).rows;
    const seat = await sit({ topics: ['notification.status'] });
    expect(new Set(seat.opened.rows.map((row) => row.topic))).toEqual(new Set(['notification.status']));
    expect((await shown({ user_id: user })).map((row) => row.event_id)).toEqual([own.event_id]);
    expect(await shown({ user_id: user.slice(0, 20) })).toEqual([]);
    expect((await shown({ correlation_id: correlation })).map((row) => row.event_type)).toEqual([
      'ANNOUNCEMENT_PUBLISHED',
    ]);
    expect((await shown({ text: user.slice(0, 20) })).map((row) => row.event_id)).toEqual([own.event_id]);
    expect(await shown({ text: 'Midterm' })).toEqual([]); // nobody finds by what is hidden
    expect(await shown({ types: ['COURSE_CREATED'] })).toEqual([]);
    await shown({ types: ['NOTIFICATION_READ'], user_id: user });
    const before = seat.pushed.length;
    const second = { ...own, event_id: randomUUID() };
    await log.append([
      announced('Not asked for'),
      { topic: 'notification.status', key: user, value: encodeEvent(second) },
    ]);
    await waitFor(() => expect(seat.pushed.slice(before).flatMap(({ rows }) => rows)).toHaveLength(1));
    expect(seat.pushed.at(-1)?.rows[0]?.event_id).toBe(second.event_id);
    expect(seat.pushed.at(-1)?.view).toBe('again');
    seat.leave();
  });

  it('sends a flood in bounded portions and counts what it leaves out', async () => {
    const seat = await sit({ topics: ['analytics.events'] }, 0);
    const count = 3_000;
    const view = exampleEnvelope('PAGE_VIEW');
    const flood = Array.from({ length: count }, () => ({
      topic: 'analytics.events',
      key: randomUUID(),
      value: encodeEvent({ ...view, event_id: randomUUID() }),
    }));
    for (let from = 0; from < count; from += 500) await log.append(flood.slice(from, from + 500));
    const told = () => seat.pushed.reduce((sum, { rows, left_out }) => sum + rows.length + left_out, 0);
    await waitFor(() => expect(told()).toBe(count));
    expect(Math.max(...seat.pushed.map(({ rows }) => rows.length))).toBeLessThanOrEqual(FLOW.rowsAtOnce);
    expect(seat.pushed.some(({ left_out }) => left_out > 0)).toBe(true);
    seat.leave();
  });

  it('lists dead letters with what failed inside, live', async () => {
    const seat = await sit({ topics: ['dlq.events'] }, 500);
    const poison = announced('Poison for Asha Rao', { correlationId: 'corr-of-poison' });
    await log.append([poison]);
    const record = (await log.readBack({ topics: ['announcement.events'], limit: 1_000 })).records.find(
      ({ key }) => key === poison.key,
    );
    if (!record) throw new Error('the record is not in the log');
    await log.append([
      deadLetterOf(record, 'notification-service-group', 'Notification Service', {
        class: 'retries_exhausted',
        reason: 'cannot reach "Asha Rao" at asha@example.edu',
        count: 4,
        at: new Date(),
        error: new Error('cannot reach "Asha Rao"'),
      }),
    ]);
    const row = await waitFor(() => {
      const last = seat.pushed.flatMap(({ rows }) => rows).at(-1);
      expect(last).toBeDefined();
      return DeskRow.parse(last);
    });
    expect(row).toMatchObject({
      state: 'dead_letter',
      event_type: 'ANNOUNCEMENT_PUBLISHED',
      correlation_id: 'corr-of-poison',
      dead_letter: {
        failure_class: 'retries_exhausted',
        reason: `cannot reach "${MASK}" at ${MASK}`,
        group: 'notification-service-group',
        original_topic: 'announcement.events',
        original_partition: String(record.partition),
        original_offset: record.offset,
        failure_count: 4,
        replay_count: '0',
      },
    });
    const event = DeskEvent.parse(await desk.event(placeOf(row)));
    expect(event.original).toMatchObject({ event_type: 'ANNOUNCEMENT_PUBLISHED', state: 'valid' });
    expect(event.headers['dlq.original_offset']).toBe(record.offset);
    expect(JSON.stringify({ ...event, record: { ...event.record, schema: null } })).not.toMatch(/Asha|asha@/);
    seat.leave();
  });

  it('shows the whole of an event only once it is written down who looks and why', async () => {
    const event = announced('For Asha Rao');
    const seat = await sit({}, 0);
    await log.append([event]);
    const row = await waitFor(() => DeskRow.parse(seat.rows().at(-1)));
    seat.leave();
    const by = { actorId: randomUUID(), sessionId: randomUUID(), userAgent: 'test' };
    const whole = await desk.unmask({ ...placeOf(row), reason: 'a student asks what was sent' }, by);
    expect(whole).toMatchObject({ unmasked: true, hidden: [] });
    expect(JSON.parse(whole?.record.text ?? '')).toEqual(JSON.parse(event.value ?? ''));
    expect(unmaskings.at(-1)).toEqual({
      ...by,
      place: placeOf(row),
      reason: 'a student asks what was sent',
      eventId: row.event_id,
    });
    const told = unmaskings.length;
    expect(
      await desk.unmask({ ...placeOf(row), offset: '999999999', reason: 'there is none' }, by),
    ).toBeNull();
    expect(await desk.unmask({ ...placeOf(row), topic: 'no.such', reason: 'there is none' }, by)).toBeNull();
    expect(unmaskings).toHaveLength(told);
    const failing = createDesk({
      log,
      instanceId: randomUUID(),
      recordUnmasking: () => Promise.reject(new Error('the database is away')),
      onError: (error) => faults.push(error),
    });
    await expect(failing.unmask({ ...placeOf(row), reason: 'nobody would know' }, by)).rejects.toThrow(
      'away',
    );
    await failing.close();
  });

  it('measures every group that keeps a place, whoever runs it', async () => {
    const groupId = `elsewhere-${randomUUID()}`;
    let hold = false;
    const reader = await log.subscribe({
      groupId,
      topics: ['communication.events'],
      startFrom: 'earliest',
      async onBatch(batch) {
        for (const record of batch.records) if (!hold) await batch.markDone(record.offset);
      },
    });
    await reader.ready;
    const message = exampleEnvelope('MESSAGE_SENT');
    const send = (count: number) =>
      log.append(
        Array.from({ length: count }, () => ({
          topic: 'communication.events',
          key: 'one',
          value: encodeEvent({ ...message, event_id: randomUUID() }),
        })),
      );
    const lagOf = async () => (await desk.lag()).groups.find((group) => group.group_id === groupId);
    await send(3);
    await waitFor(async () => expect(await lagOf()).toMatchObject({ total: 0, members: 1 }));
    hold = true;
    await send(7);
    await waitFor(async () => expect((await lagOf())?.total).toBe(7));
    expect(
      (await desk.lag()).groups.map((group) => group.group_id).filter((id) => id.startsWith('desk-')),
    ).toEqual([]);
    await reader.stop();
  });

  it('sends a viewer away that may not stay, and reads the log only while somebody looks', async () => {
    let dismissed = false;
    const pushed: DeskEvents[] = [];
    const viewer = {
      id: randomUUID(),
      send: (events: DeskEvents) => void pushed.push(events),
      mayStay: async () => false,
      dismiss: () => {
        dismissed = true;
      },
    };
    await desk.open(viewer, { view: 'v', facets: facetsOf(), history: 0 });
    await waitFor(() => expect(dismissed).toBe(true));
    const seat = await sit({}, 0);
    await log.append([announced('after')]);
    await waitFor(() => expect(seat.rows()).toHaveLength(1));
    expect(pushed.flatMap(({ rows }) => rows)).toEqual([]);
    seat.leave();
  });
});
