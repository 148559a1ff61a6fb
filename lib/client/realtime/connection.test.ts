import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepConnected } from './connection';
import { createConnectionStore, type Network } from './connection-store';
import { createSocket } from './create-socket';
import { type ScriptedGateway, startScriptedGateway } from './testing/scripted-gateway';

let gateway: ScriptedGateway;
let stop = () => {};

beforeEach(async () => {
  gateway = await startScriptedGateway();
});
afterEach(async () => {
  stop();
  await gateway.stop();
});

function scriptedNetwork() {
  let listener = () => {};
  const network: Network & { isUp: boolean; change: (isUp: boolean) => void } = {
    isUp: true,
    isOnline: () => network.isUp,
    subscribe: (given) => {
      listener = given;
      return () => {};
    },
    change: (isUp) => {
      network.isUp = isUp;
      listener();
    },
  };
  return network;
}

function connect(options: { offlineAfter?: number } = {}) {
  const network = scriptedNetwork();
  const store = createConnectionStore();
  const socket = createSocket(gateway.origin);
  const onUnauthenticated = vi.fn();
  stop = keepConnected({
    socket,
    store,
    network,
    onConnected: () => {},
    onUnauthenticated,
    retryAfter: 10,
    ...options,
  });
  const becomes = (status: string) =>
    vi.waitFor(() => expect(store.get().status).toBe(status), { timeout: 8_000, interval: 5 });
  return { network, store, becomes };
}

it('is offline from the moment the device loses its network, and comes back without a pause', async () => {
  const { network, store, becomes } = connect();
  await becomes('live');
  gateway.refuse = 'unavailable';
  const lostAt = Date.now();
  network.change(false);
  await becomes('offline');
  expect(store.get()).toMatchObject({ since: expect.closeTo(lostAt, -3) });
  gateway.refuse = null;
  network.change(true);
  await becomes('live');
});

it('trusts an open socket more than what the device says of its network', async () => {
  const { network, becomes } = connect();
  network.isUp = false;
  await becomes('live');
});

it('calls a connection offline that did not come back for long, since it was lost', async () => {
  const { store, becomes } = connect({ offlineAfter: 100 });
  await becomes('live');
  gateway.refuse = 'unavailable';
  gateway.closePolitely();
  await becomes('reconnecting');
  const lost = store.get();
  await becomes('offline');
  expect(store.get()).toEqual({ ...lost, status: 'offline' });
});
