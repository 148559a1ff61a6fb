import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { DeskEvents } from '@/lib/contracts/pushes/desk';
import { listUnmaskings } from '@/lib/domain/audit/queries';
import { recordUnmasking } from '@/lib/domain/audit/record-unmasking';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog } from '@/lib/infra/event-log/port';
import { createLogger } from '@/lib/infra/logger/logger';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { createDesk, type Desk } from '../desk/create-desk';
import { createGateway, type Gateway } from './create-gateway';

const http = createServer();
const sockets: Socket[] = [];
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let log: EventLog;
let desk: Desk;
let gateway: Gateway;
let address: string;
let admin: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  log = openEventLog({ brokers: null, database, clientId: 'test' });
  await log.ensureTopics(topicSpecs({ replicationFactor: 1 }));
  desk = createDesk({
    log,
    instanceId: randomUUID(),
    recordUnmasking: (unmasking) => recordUnmasking(database.sql, unmasking),
    onError: (error) => {
      throw error;
    },
  });
  gateway = createGateway({
    http,
    allowedOrigins: [],
    authenticate: createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false }),
    services: {
      sync: () => Promise.reject(new Error('nobody asks')),
      acknowledge: () => Promise.reject(new Error('nobody asks')),
    },
    desk,
    logger: createLogger({ level: 'silent', service: 'test' }),
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const bound = http.address();
  if (typeof bound !== 'object' || !bound) throw new Error('no port was given');
  address = `http://127.0.0.1:${bound.port}`;
  admin = await createUser(database.sql, { role: 'admin', name: 'Asha Rao' });
  await database.sql.query('UPDATE session SET ip_address = $2 WHERE id = $1', [
    admin.sessionId,
    '203.0.113.7',
  ]);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await gateway.close();
  await desk.close();
  await log.close();
  await database.drop();
});

async function connect(user: TestUser) {
  const socket = io(address, {
    ...{ addTrailingSlash: false, forceNew: true, reconnection: false, transports: ['websocket'] },
    extraHeaders: {
      cookie: user.cookie,
      // Whoever connects can write this: the audit does not believe it.
      'x-forwarded-for': '198.51.100.9',
      'user-agent': 'Test/1.0',
    },
  });
  sockets.push(socket);
  const shown: string[] = [];
  const closed: unknown[] = [];
  socket.on('desk:events', (events: unknown) =>
    shown.push(...DeskEvents.parse(events).rows.map((row) => row.event_id)),
  );
  socket.on('desk:closed', (told: unknown) => closed.push(told));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return { socket, shown, closed, ask: (name: string, input?: unknown) => socket.emitWithAck(name, input) };
}

async function append(): Promise<string> {
  const event = { ...exampleEnvelope('ANNOUNCEMENT_PUBLISHED'), event_id: randomUUID() };
  await log.append([{ topic: 'announcement.events', key: 'k', value: encodeEvent(event) }]);
  return event.event_id;
}

const place = { topic: 'announcement.events', partition: 0, offset: '1' };
const requests: [string, unknown][] = [
  ['desk:open', { view: 'v', facets: {} }],
  ['desk:event', place],
  ['desk:unmask', { ...place, reason: 'only because I can' }],
  ['desk:lag', null],
];
const waitFor = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

it.each(['student', 'faculty'] as const)('gives a %s nothing, whatever it asks for', async (role) => {
  const curious = await connect(await createUser(database.sql, { role }));
  const watching = await connect(admin);
  expect(await watching.ask('desk:open', { view: 'v', facets: {} })).toMatchObject({ ok: true });
  for (const [name, input] of requests)
    expect(await curious.ask(name, input), name).toEqual({ ok: false, code: 'forbidden' });
  const id = await append();
  await waitFor(() => expect(watching.shown).toContain(id));
  expect(curious.shown).toEqual([]);
  const { rows } = await database.sql.query('SELECT FROM audit_entry');
  expect(rows).toEqual([]);
});

it('shows an admin the tail until it closes the desk', async () => {
  const { ask, shown } = await connect(admin);
  expect(await ask('desk:open', { view: 'v', facets: {} })).toMatchObject({
    ok: true,
    data: { engine: 'postgres' },
  });
  const seen = await append();
  await waitFor(() => expect(shown).toContain(seen));
  expect(await ask('desk:close')).toEqual({ ok: true, data: null });
  const other = await connect(admin);
  await other.ask('desk:open', { view: 'v', facets: {} });
  const later = await append();
  await waitFor(() => expect(other.shown).toContain(later));
  expect(shown).not.toContain(later);
});

it('stops what a demoted admin gets, by the role the database knows', async () => {
  const former = await createUser(database.sql, { role: 'admin' });
  const { ask, shown, closed } = await connect(former);
  await ask('desk:open', { view: 'v', facets: {} });
  const before = await append();
  await waitFor(() => expect(shown).toContain(before));
  await database.sql.query(`UPDATE app_user SET role = 'faculty' WHERE id = $1`, [former.id]);
  for (const [name, input] of requests)
    expect(await ask(name, input), name).toEqual({ ok: false, code: 'forbidden' });
  // Nobody told the gateway: it looks by itself.
  await waitFor(() => expect(closed).toEqual([{}]));
  const watching = await connect(admin);
  await watching.ask('desk:open', { view: 'v', facets: {} });
  const after = await append();
  await waitFor(() => expect(watching.shown).toContain(after));
  expect(shown).not.toContain(after);
});

it('writes down who looks behind the masks, from where and why, before it shows anything', async () => {
  const { ask } = await connect(admin);
  const id = await append();
  const opened = await ask('desk:open', { view: 'v', facets: {} });
  const row = opened.data.rows.find((each: { event_id: string }) => each.event_id === id);
  const { topic, partition, offset } = row;
  const masked = await ask('desk:event', { topic, partition, offset });
  expect(masked.data.record.text).not.toContain('Lab 3 moves');
  const whole = await ask('desk:unmask', { topic, partition, offset, reason: '  a student asks  ' });
  expect(whole.data.record.text).toContain('Lab 3 moves to Friday');
  const page = { after: null, limit: 10, cursorAt: () => '' };
  expect((await listUnmaskings(database.sql, page)).items).toEqual([
    {
      id: expect.any(String),
      place: `${topic}/${partition}/${offset}`,
      event_id: id,
      reason: 'a student asks',
      actor_id: admin.id,
      actor_name: 'Asha Rao',
      ip_address: '203.0.113.7',
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
    },
  ]);
  expect(await ask('desk:unmask', { topic, partition, offset: '999999', reason: 'there is none' })).toEqual({
    ok: false,
    code: 'not_found',
  });
  await database.sql.query('ALTER TABLE audit_entry RENAME TO away');
  expect(await ask('desk:unmask', { topic, partition, offset, reason: 'nobody would know' })).toEqual({
    ok: false,
    code: 'unavailable',
  });
  await database.sql.query('ALTER TABLE away RENAME TO audit_entry');
});

it('answers what makes no sense as invalid', async () => {
  const { ask } = await connect(admin);
  const wrong: [string, unknown][] = [
    ['desk:open', null],
    ['desk:open', { view: '', facets: {} }],
    ['desk:open', { view: 'v', facets: { topics: 'all' } }],
    ['desk:open', { view: 'v', facets: {}, history: 501 }],
    ['desk:event', { ...place, offset: "1' OR 1" }],
    ['desk:event', { ...place, partition: -1 }],
    ['desk:unmask', place],
    ['desk:unmask', { ...place, reason: '    ' }],
    ['desk:lag', 'x'],
  ];
  for (const [name, input] of wrong)
    expect(await ask(name, input), JSON.stringify(input)).toEqual({ ok: false, code: 'invalid' });
  expect(await ask('desk:event', { ...place, offset: '9'.repeat(18) })).toEqual({
    ok: false,
    code: 'not_found',
  });
  expect(await ask('desk:event', { ...place, topic: 'no.such' })).toEqual({ ok: false, code: 'not_found' });
});
