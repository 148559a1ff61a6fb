import { expect, it, vi } from 'vitest';
import { startWhenFetched } from './start-when-fetched';

it('tells that the code is not to be had, and starts once it is', async () => {
  const stop = vi.fn();
  const start = vi.fn((_part: string) => stop);
  const onMissing = vi.fn();
  const fetchPart = vi.fn(async () => 'code').mockRejectedValueOnce(new Error('offline'));
  const end = startWhenFetched({ fetchPart, start, onMissing, retryAfter: 1 });
  await vi.waitFor(() => expect(start).toHaveBeenCalledWith('code'));
  expect(onMissing).toHaveBeenCalledOnce();
  end();
  expect(stop).toHaveBeenCalledOnce();
});

it('never starts what has been ended while it was fetched', async () => {
  const start = vi.fn();
  const fetched = Promise.resolve('code');
  startWhenFetched({ fetchPart: () => fetched, start })();
  await fetched;
  await Promise.resolve();
  expect(start).not.toHaveBeenCalled();
});
