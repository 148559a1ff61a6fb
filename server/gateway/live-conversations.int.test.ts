import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { leaveConversation } from '@/lib/domain/conversation/change-members';
import { changeMessagingSettings } from '@/lib/domain/conversation/change-messaging-settings';
import { seeLive } from '@/lib/domain/conversation/messaging-settings';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { syncSince } from '@/lib/domain/notification/sync-since';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import { createLogger } from '@/lib/infra/logger/logger';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { type ConversationScreen, openConversationScreen } from '@/tests/conversation-screen';
import { presenceRoom, typingRoom } from './answer-conversations';
import { createGateway, type Gateway } from './create-gateway';
import { type JoinedLive, joinLiveConversations } from './join-live-conversations';

const timeout = 20_000;
const origin = 'https://portal.example.edu';
const logger = createLogger({ level: 'silent', service: 'test' });
const sockets: Socket[] = [];
const screensOpen: ConversationScreen[] = [];

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let processes: Process[] = [];
let owner: TestUser;
let member: TestUser;
let stranger: TestUser;
let author: Author;
let id = '';

interface Process {
  readonly gateway: Gateway;
  readonly address: string;
  readonly stop: JoinedLive['stop'];
}

/** The gateway of one BFF process, as `start-bff` joins it. */
async function startProcess(): Promise<Process> {
  const http = createServer();
  const { live, stop } = joinLiveConversations({
    instanceId: randomUUID(),
    databaseUrl: database.url,
    sql: database.sql,
    push: (...told) => gateway.push(...told),
    onError: () => undefined,
  });
  const gateway: Gateway = createGateway({
    http,
    allowedOrigins: [origin],
    authenticate: createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false }),
    services: {
      sync: (userId, after) => syncSince(database.sql, userId, after),
      acknowledge: async () => undefined,
    },
    conversations: { see: (userId, conversationId) => seeLive(database.sql, userId, conversationId), live },
    slow: { everyMs: 50, packets: 100, bytes: 1024 * 1024 },
    logger,
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { gateway, address: addressOf(http), stop };
}

function addressOf(http: Server): string {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createUser(database.sql, { role: 'faculty', name: 'Ow Ner' });
  member = await createUser(database.sql, { role: 'faculty', name: 'Mem Ber' });
  stranger = await createUser(database.sql, { role: 'admin', name: 'Stran Ger' });
  author = await createAuthor(database, owner);
  processes = [await startProcess(), await startProcess()];
  const given = { type: 'group' as const, title: 'Live', user_ids: [member.id] };
  const started = { actor: author.actor, correlationId: randomUUID(), given };
  id = (await startConversation(author.unitOfWork, started)).id;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  for (const screen of screensOpen.splice(0)) screen.close();
});
afterAll(async () => {
  for (const { gateway, stop } of processes) {
    await gateway.close();
    await stop();
  }
  await database.drop();
});

async function connect(user: TestUser, process: 0 | 1 = 0): Promise<Socket> {
  const socket = io(processes[process]?.address ?? '', {
    ...{ addTrailingSlash: false, forceNew: true, reconnection: false, transports: ['websocket'] },
    extraHeaders: { cookie: user.cookie },
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
const open = (socket: Socket) => socket.emitWithAck('conversation:open', { conversation_id: id });
const heard = (socket: Socket, name: string) => {
  const told: unknown[] = [];
  socket.on(name, (payload) => told.push(payload));
  return told;
};
const type = (socket: Socket, is_typing: boolean) =>
  socket.emitWithAck('conversation:type', { conversation_id: id, is_typing });

describe('who is here and who writes', () => {
  it('is told over two processes, to those who have it open', async () => {
    const [mine, theirs] = [await connect(owner, 0), await connect(member, 1)];
    const [presence, typing] = [heard(mine, 'conversation:presence'), heard(mine, 'conversation:typing')];
    const own = heard(theirs, 'conversation:typing');
    expect(await open(mine)).toEqual({ ok: true, data: { present_ids: [owner.id] } });
    await open(theirs);
    const both = { conversation_id: id, present_ids: [owner.id, member.id].sort() };
    await vi.waitFor(() => expect(presence.at(-1)).toEqual(both), { timeout });
    await type(theirs, true);
    await vi.waitFor(
      () => expect(typing).toEqual([{ conversation_id: id, user_id: member.id, is_typing: true }]),
      { timeout },
    );
    expect(own).toEqual([]);
    theirs.disconnect();
    const alone = { conversation_id: id, present_ids: [owner.id] };
    await vi.waitFor(() => expect(presence.at(-1)).toEqual(alone), { timeout });
  });

  it('is nothing for those who are not in it', async () => {
    const socket = await connect(stranger);
    const told = [heard(socket, 'conversation:presence'), heard(socket, 'conversation:typing')];
    expect(await open(socket)).toEqual({ ok: false, code: 'not_found' });
    expect(await type(socket, true)).toEqual({ ok: false, code: 'not_found' });
    const mine = await connect(owner);
    const presence = heard(mine, 'conversation:presence');
    await open(mine);
    await vi.waitFor(() => expect(presence.length).toBeGreaterThan(0), { timeout });
    expect(told).toEqual([[], []]);
  });

  it.each([null, {}, { conversation_id: 7 }, { conversation_id: 'x' }])('bad input: %j', async (input) => {
    const socket = await connect(owner);
    for (const name of ['conversation:open', 'conversation:close', 'conversation:type'])
      expect(await socket.emitWithAck(name, input)).toEqual({ ok: false, code: 'invalid' });
  });

  const choose = (change: { typing: boolean; presence: boolean }) =>
    changeMessagingSettings(author.unitOfWork, { userId: member.id, correlationId: 'test', change });

  it('is neither told of nor to those who hide it', async () => {
    await choose({ typing: false, presence: false });
    const [mine, theirs] = [await connect(owner, 0), await connect(member, 1)];
    const [presence, typing] = [heard(mine, 'conversation:presence'), heard(mine, 'conversation:typing')];
    const toThem = [heard(theirs, 'conversation:presence'), heard(theirs, 'conversation:typing')];
    await open(mine);
    expect(await open(theirs)).toEqual({ ok: true, data: { present_ids: [] } });
    await type(theirs, true);
    await type(mine, true);
    // What a third says proves that all before it has gone round.
    await choose({ typing: true, presence: true });
    const third = await connect(member, 1);
    const seenBefore = presence.flatMap((told) => Object(told).present_ids);
    await open(third);
    await type(third, true);
    await vi.waitFor(() => expect(typing).toHaveLength(1), { timeout });
    expect(seenBefore).not.toContain(member.id);
    expect(toThem).toEqual([[], []]);
  });

  it('ends for whoever has left', async () => {
    const memberAuthor = await createAuthor(database, member);
    const [mine, theirs] = [await connect(owner, 0), await connect(member, 1)];
    await open(mine);
    await open(theirs);
    const told = heard(theirs, 'conversation:typing');
    await leaveConversation(memberAuthor.unitOfWork, {
      actor: memberAuthor.actor,
      correlationId: randomUUID(),
      id,
    });
    processes[1]?.gateway.settleConversations([`user:${member.id}`]);
    await vi.waitFor(async () => expect(await type(theirs, true)).toMatchObject({ ok: false }), { timeout });
    // What is pushed to the same socket afterwards proves that nothing came before it.
    const after = heard(theirs, 'announcement:removed');
    await type(mine, true);
    const typing = { conversation_id: id, user_id: owner.id, is_typing: true };
    processes[1]?.gateway.push([typingRoom(id), presenceRoom(id)], 'conversation:typing', typing);
    processes[1]?.gateway.push([`user:${member.id}`], 'announcement:removed', { announcement_id: 'last' });
    await vi.waitFor(() => expect(after).toHaveLength(1), { timeout });
    expect(told).toEqual([]);
  });
});

describe('20 sockets that stop reading', () => {
  const [STALLED, MESSAGES] = [20, 30];

  it('are dropped; who reads gets everything, and they too when they read again', async () => {
    const [process] = processes;
    if (!process) throw new Error('no process');
    const { gateway, address } = process;
    const { actor, unitOfWork } = author;
    const reader = await connect(owner);
    const got = heard(reader, 'message:sent');
    const given = { type: 'direct' as const, user_id: stranger.id };
    const direct = await startConversation(unitOfWork, { actor, correlationId: randomUUID(), given });
    const screens = await Promise.all(
      Array.from({ length: STALLED }, () =>
        openConversationScreen({ database, origin: address, user: stranger, conversationId: direct.id }),
      ),
    );
    screensOpen.push(...screens);
    await vi.waitFor(() => expect(screens.every((screen) => screen.isLive())).toBe(true), { timeout });
    const before = gateway.connectedSockets();
    for (const { line } of screens) line.stall();

    const write = async () => {
      for (let count = 0; count < MESSAGES / 2; count += 1) {
        const text = { client_id: randomUUID(), text: `No. ${count}`, mentioned_ids: [] };
        const sent = { actor, correlationId: randomUUID(), id: direct.id, given: text };
        const message = await sendMessage(unitOfWork, sent);
        gateway.push([`user:${owner.id}`, `user:${stranger.id}`], 'message:sent', { message });
      }
    };
    await write();
    await vi.waitFor(
      () => {
        const announcement_id = 'x'.repeat(400_000);
        gateway.push([`user:${stranger.id}`], 'announcement:removed', { announcement_id });
        expect(gateway.connectedSockets()).toBe(before - STALLED);
      },
      { timeout, interval: 10 },
    );
    // Nobody is there to whom these could be pushed.
    await write();
    await vi.waitFor(() => expect(got).toHaveLength(MESSAGES), { timeout });
    expect(reader.connected).toBe(true);

    for (const { line } of screens) line.flow();
    await vi.waitFor(
      () => {
        expect(gateway.connectedSockets()).toBe(before);
        for (const screen of screens)
          expect(screen.judge()).toEqual({ shown: MESSAGES, twice: 0, reordered: 0 });
      },
      { timeout },
    );
  });
});
