import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReachCounts } from '@/lib/contracts/http/reach';
import { createReachGatherer } from './gather-reach';

const [a, b] = ['0193f3a0-0000-7000-8000-00000000000a', '0193f3a0-0000-7000-8000-00000000000b'] as const;
const counts: ReachCounts = { targeted: 4, delivered: 1, seen: 0, acknowledged: 0, outstanding: 4 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gatherer(measure = vi.fn(async (ids: readonly string[]) => boards(ids))) {
  const push = vi.fn();
  const onError = vi.fn();
  return { measure, push, onError, ...createReachGatherer({ measure, push, onError }) };
}
const boards = (ids: readonly string[]) =>
  new Map(ids.map((id) => [id, { createdBy: 'author', counts, reminder: null }]));

it('counts once for a thousand answers, and tells authors and administrators', async () => {
  const reach = gatherer();
  for (let i = 0; i < 1_000; i += 1) reach.reachChanged([i % 2 ? a : b]);
  await vi.runAllTimersAsync();
  expect(reach.measure.mock.calls.map(([ids]) => [...ids].sort())).toEqual([[a, b]]);
  expect(reach.push).toHaveBeenCalledWith(['role:admin', 'user:author'], {
    announcement_id: a,
    counts,
    reminder: null,
  });
});

it('counts again what changed while it was counting', async () => {
  const measure = vi.fn(async (ids: readonly string[]) => {
    if (measure.mock.calls.length === 1) reach.reachChanged([a]);
    return boards(ids);
  });
  const reach = gatherer(measure);
  reach.reachChanged([a]);
  await vi.runAllTimersAsync();
  expect(measure).toHaveBeenCalledTimes(2);
});

it('tries again what could not be counted', async () => {
  const measure = vi
    .fn(async (ids: readonly string[]) => boards(ids))
    .mockRejectedValueOnce(new Error('the database is away'));
  const reach = gatherer(measure);
  reach.reachChanged([a]);
  await vi.runAllTimersAsync();
  expect([reach.onError.mock.calls.length, reach.push.mock.calls.length]).toEqual([1, 1]);
});

it('has no board for what another service calls an announcement', async () => {
  const reach = gatherer();
  reach.reachChanged(['', 'bulletin-7']);
  await vi.runAllTimersAsync();
  expect(reach.measure).not.toHaveBeenCalled();
});
