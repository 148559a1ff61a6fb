import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { syncSince } from '@/lib/domain/notification/sync-since';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import { createLogger } from '@/lib/infra/logger/logger';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, openSession, TEST_SECRET, type TestUser } from '@/tests/campus';
import { createGateway, type Gateway } from './create-gateway';

const OWN_ORIGIN = 'https://portal.example.edu';

const http = createServer();
const sockets: Socket[] = [];
const acknowledged: { userId: string; ids: readonly string[] }[] = [];
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: Gateway;
let address: string;
let databaseAnswers = true;
/** How many handshakes came so far that anybody looked at the cookie. */
let judged = 0;
let student: TestUser;
let other: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const authenticate = createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false });
  gateway = createGateway({
    http,
    allowedOrigins: [OWN_ORIGIN],
    authenticate: (cookie) => {
      judged += 1;
      return databaseAnswers ? authenticate(cookie) : Promise.reject(new Error('the database is away'));
    },
    services: {
      sync: (userId, after) => syncSince(database.sql, userId, after),
      acknowledge: async ({ userId }, ids) => void acknowledged.push({ userId, ids }),
    },
    logger: createLogger({ level: 'silent', service: 'test' }),
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  student = await createUser(database.sql, { role: 'student' });
  other = await createUser(database.sql, { role: 'student' });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Dial {
  cookie?: string;
  origin?: string;
  transports?: ('polling' | 'websocket')[];
  query?: Record<string, string>;
  auth?: Record<string, unknown>;
}

/** Connects; rejects with the reason when it is not let in. */
async function connect({ cookie, origin, transports = ['websocket'], ...more }: Dial): Promise<Socket> {
  const extraHeaders = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
  const socket = io(address, {
    ...{ addTrailingSlash: false, forceNew: true, reconnection: false },
    ...{ transports, extraHeaders, ...more },
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

describe('who is let in', () => {
  it.each([
    ['its own page', OWN_ORIGIN],
    ['a program, which has no origin', undefined],
  ])('%s', async (_who, origin) => {
    expect((await connect({ cookie: student.cookie, origin })).connected).toBe(true);
  });

  it.each([
    'https://evil.example',
    'https://portal.example.edu.evil.example',
    'http://portal.example.edu',
    'https://portal.example.edu:8443',
    'null',
  ])('not the page of another origin: %s', async (origin) => {
    const before = judged;
    await expect(connect({ cookie: student.cookie, origin })).rejects.toThrow('websocket error');
    expect(judged).toBe(before);
  });

  it('nobody by polling, where an origin is not told', async () => {
    await expect(connect({ cookie: student.cookie, transports: ['polling'] })).rejects.toThrow(
      'xhr poll error',
    );
  });

  it('nobody without a live session of an active user', async () => {
    const { sql } = database;
    const [expired, revoked] = [await openSession(sql, student.id), await openSession(sql, student.id)];
    await sql.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      expired.sessionId,
    ]);
    await sql.query('UPDATE session SET revoked_at = now() WHERE id = $1', [revoked.sessionId]);
    const suspended = await createUser(sql, { role: 'student' });
    await sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [suspended.id]);
    const cookies = {
      absent: undefined,
      forged: student.cookie.replace(/.{12}$/, 'AAAAAAAAAAAA'),
      empty: 'nimbusu.session=',
      garbage: `nimbusu.session=${'x'.repeat(4_000)}`,
      expired: expired.cookie,
      revoked: revoked.cookie,
      suspended: suspended.cookie,
    };
    for (const [name, cookie] of Object.entries(cookies))
      await expect(connect({ cookie }), name).rejects.toThrow('unauthenticated');
    expect((await connect({ cookie: student.cookie })).connected).toBe(true);
  });

  it('tells an outage from being signed out', async () => {
    databaseAnswers = false;
    await expect(connect({ cookie: student.cookie })).rejects.toThrow('unavailable');
    databaseAnswers = true;
  });
});

describe('what a client may ask', () => {
  it('no room: only its session says whose pushes it gets', async () => {
    const room = `user:${other.id}` as const;
    const socket = await connect({
      cookie: student.cookie,
      query: { room, rooms: room, userId: other.id },
      auth: { room, userId: other.id, role: 'admin' },
    });
    for (const event of ['join', 'subscribe', 'room', 'joinRoom']) {
      socket.emit(event, room);
      socket.emit(event, { room, rooms: [room, 'role:admin'] });
    }
    // An answer proves that all before it has been heard.
    expect(await socket.emitWithAck('sync', {})).toMatchObject({ ok: true });
    const got: string[] = [];
    socket.on('announcement:removed', ({ announcement_id }) => got.push(announcement_id));
    gateway.push([room], 'announcement:removed', { announcement_id: 'of another' });
    gateway.push(['role:admin'], 'announcement:removed', { announcement_id: 'of admins' });
    gateway.push([`user:${student.id}`], 'announcement:removed', { announcement_id: 'own' });
    await vi.waitFor(() => expect(got).toContain('own'), { timeout: 20_000 });
    expect(got).toEqual(['own']);
  });

  it('only what it makes sense to ask: anything else is answered as invalid', async () => {
    const socket = await connect({ cookie: student.cookie });
    const before = acknowledged.length;
    const wrong: [string, unknown][] = [
      ...[
        null,
        'x',
        7,
        [],
        { after: 7 },
        { after: '-1' },
        { after: '1'.repeat(20) },
        { after: "1' OR 1" },
      ].map((input): [string, unknown] => ['sync', input]),
      ...[null, {}, { ids: 'x' }, { ids: [] }, { ids: [''] }, { ids: [7] }, { ids: ['x'.repeat(65)] }].map(
        (input): [string, unknown] => ['notification:ack', input],
      ),
      ['notification:ack', { ids: Array.from({ length: 501 }, String) }],
    ];
    for (const [name, input] of wrong) {
      const answer = await socket.emitWithAck(name, input);
      expect(answer, JSON.stringify(input)?.slice(0, 60)).toEqual({ ok: false, code: 'invalid' });
    }
    socket.emit('notification:ack'); // without anything, and nobody to answer
    expect(acknowledged).toHaveLength(before);
    expect(await socket.emitWithAck('notification:ack', { ids: ['a'] })).toEqual({ ok: true, data: null });
    expect(acknowledged.at(-1)).toEqual({ userId: student.id, ids: ['a'] });
  });

  it('nothing too large: the one who sends it is dropped, the others stay', async () => {
    const [loud, quiet] = [
      await connect({ cookie: student.cookie }),
      await connect({ cookie: other.cookie }),
    ];
    loud.emit('sync', { after: 'x'.repeat(100_000) });
    await vi.waitFor(() => expect(loud.connected).toBe(false), { timeout: 20_000 });
    expect(await quiet.emitWithAck('sync', {})).toMatchObject({ ok: true });
  });

  it('is answered "unavailable" when the database fails', async () => {
    const socket = await connect({ cookie: student.cookie });
    await database.sql.query('ALTER TABLE sequencer_head RENAME TO away');
    expect(await socket.emitWithAck('sync', {})).toEqual({ ok: false, code: 'unavailable' });
    await database.sql.query('ALTER TABLE away RENAME TO sequencer_head');
    expect(await socket.emitWithAck('sync', {})).toMatchObject({ ok: true });
  });
});

describe('the end of a session', () => {
  it('comes by itself at its time', async () => {
    const short = await openSession(database.sql, student.id);
    await database.sql.query(`UPDATE session SET expires_at = now() + interval '1 second' WHERE id = $1`, [
      short.sessionId,
    ]);
    const socket = await connect({ cookie: short.cookie });
    const told = new Promise((resolve) => socket.once('session:ended', resolve));
    expect(await told).toEqual({ reason: 'expired' });
    await vi.waitFor(() => expect(socket.connected).toBe(false), { timeout: 20_000 });
  });

  it('reaches each socket of the session, and no other', async () => {
    const elsewhere = await openSession(database.sql, student.id);
    const [here, alsoHere, there] = [
      await connect({ cookie: student.cookie }),
      await connect({ cookie: student.cookie }),
      await connect({ cookie: elsewhere.cookie }),
    ];
    gateway.endSessions([`sid:${student.sessionId}`], 'signed_out');
    await vi.waitFor(() => expect([here.connected, alsoHere.connected]).toEqual([false, false]), {
      timeout: 20_000,
    });
    expect(await there.emitWithAck('sync', {})).toMatchObject({ ok: true });
  });
});
