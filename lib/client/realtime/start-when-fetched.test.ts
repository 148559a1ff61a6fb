import { expect, it, vi } from 'vitest';
import { createConnectionStore } from './connection-store';
import { startWhenFetched } from './start-when-fetched';

const network = { isOnline: () => true, subscribe: () => () => {} };

it('says that there is no connection while the code is not to be had, and starts once it is', async () => {
  const store = createConnectionStore();
  const stop = vi.fn();
  const start = vi.fn((_part: string) => stop);
  const fetchPart = vi.fn(async () => 'code').mockRejectedValueOnce(new Error('offline'));
  const end = startWhenFetched({ fetchPart, start, store, network, retryAfter: 1 });
  expect(store.get().status).toBe('connecting');
  await vi.waitFor(() => expect(store.get().status).toBe('reconnecting'));
  await vi.waitFor(() => expect(start).toHaveBeenCalledWith('code'));
  end();
  expect(stop).toHaveBeenCalledOnce();
});

it('is offline without a network', async () => {
  const store = createConnectionStore();
  const end = startWhenFetched({
    fetchPart: () => Promise.reject(new Error('offline')),
    start: () => () => {},
    store,
    network: { ...network, isOnline: () => false },
  });
  await vi.waitFor(() => expect(store.get().status).toBe('offline'));
  end();
});

it('never starts what has been ended while it was fetched', async () => {
  const start = vi.fn();
  const fetched = Promise.resolve('code');
  startWhenFetched({ fetchPart: () => fetched, start, store: createConnectionStore(), network })();
  await fetched;
  await Promise.resolve();
  expect(start).not.toHaveBeenCalled();
});
