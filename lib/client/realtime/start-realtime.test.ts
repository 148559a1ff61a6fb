import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotificationView } from '@/lib/contracts/http/notification';
import type { Synced } from '@/lib/contracts/pushes/socket';
import { notificationKeys } from '../notification/notification-keys';
import { type CatchUpMemory, createCatchUpMemory } from './catch-up-memory';
import { createConnectionStore } from './connection-store';
import { createSocket } from './create-socket';
import type { Fault } from './report-fault';
import { startRealtime } from './start-realtime';
import { sampleNotification, sampleTime } from './testing/sample-rows';
import { type ScriptedGateway, startScriptedGateway } from './testing/scripted-gateway';
import { inboxIds, seedInbox, unreadCount } from './testing/seed-cache';

const all = { unread: false };
let gateway: ScriptedGateway;
let tabs: Array<{ close: () => void }>;

beforeEach(async () => {
  gateway = await startScriptedGateway();
  tabs = [];
});
afterEach(async () => {
  for (const tab of tabs) tab.close();
  await gateway.stop();
});

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** One tab of one user, from the socket to what is told. */
function openTab(memory: CatchUpMemory = createCatchUpMemory('u1', storage, () => {})) {
  const queryClient = new QueryClient();
  const connection = createConnectionStore();
  const socket = createSocket(gateway.origin);
  const told: string[] = [];
  const caughtUp: string[][] = [];
  const faults: Fault[] = [];
  const ended = vi.fn();
  seedInbox(queryClient, [[sampleNotification(1, { read_at: sampleTime(2) })]]);
  const stop = startRealtime({
    socket,
    queryClient,
    connection,
    network: { isOnline: () => true, subscribe: () => () => {} },
    memory,
    onArrived: (notification) => told.push(notification.id),
    onCaughtUp: (missed) => caughtUp.push(missed.map((each) => each.id)),
    onChanged: () => {},
    onEnded: ended,
    report: (fault) => faults.push(fault),
  });
  const tab = { queryClient, connection, socket, told, caughtUp, faults, ended, memory, close: () => {} };
  tab.close = () => {
    stop();
    queryClient.clear();
  };
  tabs.push(tab);
  return tab;
}

async function openSyncedTab(memory?: CatchUpMemory) {
  const before = gateway.syncs.length;
  const tab = openTab(memory);
  await vi.waitFor(() => expect(gateway.syncs.length).toBeGreaterThan(before));
  await vi.waitFor(() => expect(tab.memory.read().cursor).not.toBeNull());
  return tab;
}

const pushCreated = (n: number) =>
  gateway.push('notification:created', { notification: sampleNotification(n) });
const synced = (change: Partial<Synced>): { ok: true; data: Synced } => ({
  ok: true,
  data: { cursor: '9', missed: [], complete: true, unread_count: 0, ...change },
});

describe('a push', () => {
  it('is listed, counted, told once and acknowledged, however often it comes', async () => {
    const tab = await openSyncedTab();
    pushCreated(5);
    pushCreated(5);
    pushCreated(6);
    await vi.waitFor(() => expect(gateway.acked.toSorted()).toEqual(['n0005', 'n0006']));
    expect(inboxIds(tab.queryClient, all)).toEqual(['n0006', 'n0005', 'n0001']);
    expect(unreadCount(tab.queryClient)).toBe(2);
    expect(tab.told).toEqual(['n0005', 'n0006']);
  });

  it('reaches every tab, and reading in one is read in the other', async () => {
    const [one, other] = [await openSyncedTab(), await openSyncedTab()];
    pushCreated(5);
    await vi.waitFor(() => expect(unreadCount(other.queryClient)).toBe(1));
    gateway.push('notification:read', { ids: ['n0005'], read_at: sampleTime(9) });
    await vi.waitFor(() => expect([one, other].map((tab) => unreadCount(tab.queryClient))).toEqual([0, 0]));
  });

  it('that is malformed or unknown is reported and changes nothing', async () => {
    const tab = await openSyncedTab();
    gateway.pushRaw('notification:created', { notification: { id: 7 } });
    gateway.pushRaw('grade:secret', {});
    pushCreated(5);
    await vi.waitFor(() => expect(tab.told).toEqual(['n0005']));
    expect(tab.faults.map((fault) => fault.kind)).toEqual(['push.invalid', 'push.unknown']);
  });

  it('is acknowledged again until the server has taken it', async () => {
    await openSyncedTab();
    let refusals = 0;
    gateway.answerAck = () => {
      refusals += 1;
      return refusals < 2 ? 'unavailable' : 'ok';
    };
    pushCreated(5);
    await vi.waitFor(() => expect(gateway.acked).toEqual(['n0005']), { timeout: 8_000 });
  });
});

describe('catching up', () => {
  it('asks after the last cursor, shows what was missed once, sets the count and loads the lists anew', async () => {
    const tab = await openSyncedTab();
    gateway.answerSync = () =>
      synced({
        missed: [sampleNotification(5), sampleNotification(6)] satisfies NotificationView[],
        unread_count: 7,
      });
    gateway.cut();
    await vi.waitFor(() => expect(tab.caughtUp).toEqual([['n0005', 'n0006']]), { timeout: 8_000 });
    expect(gateway.syncs).toEqual([null, '1']);
    expect(inboxIds(tab.queryClient, all)).toEqual(['n0006', 'n0005', 'n0001']);
    expect(unreadCount(tab.queryClient)).toBe(7);
    expect(tab.told).toEqual([]);
    expect(tab.queryClient.getQueryState(notificationKeys.list(all))?.isInvalidated).toBe(true);
    await vi.waitFor(() => expect(gateway.acked).toEqual(['n0005', 'n0006']));
    expect(tab.memory.read().cursor).toBe('9');
  });

  it('does not tell again what a push has shown, also over a reload of the page', async () => {
    const kept = storage();
    const memory = () =>
      createCatchUpMemory(
        'u1',
        () => kept,
        () => {},
      );
    const before = await openSyncedTab(memory());
    pushCreated(5);
    await vi.waitFor(() => expect(before.told).toEqual(['n0005']));
    before.close();
    gateway.answerSync = () =>
      synced({ missed: [sampleNotification(5), sampleNotification(6)], unread_count: 2 });
    const after = openTab(memory());
    await vi.waitFor(() => expect(after.caughtUp).toEqual([['n0006']]));
    expect(gateway.syncs.at(-1)).toBe('1');
    expect(inboxIds(after.queryClient, all)).toEqual(['n0006', 'n0005', 'n0001']);
  });

  it('says nothing of what was read elsewhere', async () => {
    const tab = await openSyncedTab();
    gateway.answerSync = () => synced({ missed: [sampleNotification(5, { read_at: sampleTime(6) })] });
    gateway.push('sync:needed', {});
    await vi.waitFor(() => expect(inboxIds(tab.queryClient, all)).toEqual(['n0005', 'n0001']));
    await vi.waitFor(() => expect(tab.memory.read().cursor).toBe('9'));
    expect(tab.caughtUp).toEqual([]);
  });

  it('asks again when the server cannot answer, with the same cursor', async () => {
    const tab = await openSyncedTab();
    let asked = 0;
    gateway.answerSync = () => {
      asked += 1;
      return asked === 1 ? { ok: false, code: 'unavailable' } : synced({ missed: [sampleNotification(5)] });
    };
    gateway.push('sync:needed', {});
    await vi.waitFor(() => expect(tab.caughtUp).toEqual([['n0005']]), { timeout: 8_000 });
    expect(gateway.syncs).toEqual([null, '1', '1']);
  });

  it('begins anew when the server does not take the cursor', async () => {
    const tab = await openSyncedTab();
    gateway.answerSync = (after) => (after === null ? synced({}) : { ok: false, code: 'invalid' });
    gateway.push('sync:needed', {});
    await vi.waitFor(() => expect(gateway.syncs).toEqual([null, '1', null]));
    await vi.waitFor(() => expect(tab.memory.read().cursor).toBe('9'));
    expect(tab.faults.map((fault) => fault.kind)).toEqual(['sync.invalid']);
  });

  it('never takes a cursor of another user', async () => {
    const kept = storage();
    await openSyncedTab(
      createCatchUpMemory(
        'u1',
        () => kept,
        () => {},
      ),
    );
    expect(
      createCatchUpMemory(
        'u2',
        () => kept,
        () => {},
      ).read().cursor,
    ).toBeNull();
  });
});

describe('the connection', () => {
  it('is live, is reconnecting when cut, and live again', async () => {
    const { connection } = await openSyncedTab();
    const seen: string[] = [];
    connection.subscribe(() => seen.push(connection.get().status));
    expect(connection.get().status).toBe('live');
    gateway.cut();
    await vi.waitFor(() => expect(seen).toEqual(['reconnecting', 'live']), { timeout: 8_000 });
  });

  it('comes back when the server closed or refused it for a while', async () => {
    const { connection } = await openSyncedTab();
    gateway.refuse = 'unavailable';
    gateway.closePolitely();
    await vi.waitFor(() => expect(connection.get().status).toBe('reconnecting'));
    gateway.refuse = null;
    await vi.waitFor(() => expect(connection.get().status).toBe('live'), { timeout: 8_000 });
  });

  it('ends with the session', async () => {
    const tab = await openSyncedTab();
    gateway.push('session:ended', { reason: 'signed_out' });
    await vi.waitFor(() => expect(tab.ended).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(gateway.connections()).toBe(0));
  });

  it('ends when the server does not know the session', async () => {
    gateway.refuse = 'unauthenticated';
    const tab = openTab();
    await vi.waitFor(() => expect(tab.ended).toHaveBeenCalledTimes(1));
    expect(tab.socket.active).toBe(false);
  });
});
