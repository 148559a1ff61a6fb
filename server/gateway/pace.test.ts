import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from './pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, then once a turn however much is noted, and never loses the last', () => {
  const run = vi.fn();
  const pace = createPace(run, 1_000);
  pace.note();
  expect(run).toHaveBeenCalledTimes(1);
  for (let note = 0; note < 100; note += 1) pace.note();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
  pace.note();
  expect(run).toHaveBeenCalledTimes(3);
  pace.note();
  pace.stop();
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(3);
});
