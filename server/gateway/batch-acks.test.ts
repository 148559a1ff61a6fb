import { expect, it } from 'vitest';
import type { Arrival } from '@/lib/domain/notification/mark-delivered';
import { createAckBatcher } from './batch-acks';

const arrival = (userId: string): Arrival => ({ userId, notificationId: 'n', sessionId: 's' });

function batcher(write: (arrivals: readonly Arrival[]) => Promise<unknown>, mostPerBatch = 100) {
  return createAckBatcher({ write, gatherMs: 1, mostPerBatch });
}

it('writes what gathers in one go', async () => {
  const batches: number[] = [];
  const acks = batcher(async (arrivals) => batches.push(arrivals.length));
  await Promise.all(Array.from({ length: 50 }, (_, i) => acks.add([arrival(`u${i}`)])));
  expect(batches).toEqual([50]);
});

it('keeps to the size of a batch, in order, and loses none', async () => {
  const written: string[] = [];
  const sizes: number[] = [];
  const acks = batcher(async (arrivals) => {
    sizes.push(arrivals.length);
    written.push(...arrivals.map((each) => each.userId));
  }, 20);
  const users = Array.from({ length: 95 }, (_, i) => `u${i}`);
  await Promise.all(users.map((user) => acks.add([arrival(user)])));
  expect(written).toEqual(users);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
});

it('takes one request that is larger than a batch whole', async () => {
  const sizes: number[] = [];
  const acks = batcher(async (arrivals) => sizes.push(arrivals.length), 2);
  await acks.add([arrival('a'), arrival('b'), arrival('c')]);
  expect(sizes).toEqual([3]);
});

it('tells only those whose batch failed, and goes on', async () => {
  let fail = true;
  const acks = batcher(async () => {
    if (fail) throw new Error('database down');
  });
  await expect(acks.add([arrival('a')])).rejects.toThrow('database down');
  fail = false;
  await acks.add([arrival('b')]);
});

it('drains', async () => {
  let written = 0;
  const acks = batcher(async () => {
    written += 1;
  });
  const added = acks.add([arrival('a')]);
  await acks.drain();
  expect(written).toBe(1);
  await added;
});
