import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delayBeforeRetry } from './retry-schedule';

it('follows the contract: three retries, 100 ms, doubled', () => {
  expect([1, 2, 3, 4, 5].map((failures) => delayBeforeRetry(failures))).toEqual([100, 200, 400, null, null]);
});

it('never waits longer than the most, never less than before, and ends', () => {
  const settings = fc.record({
    retries: fc.integer({ min: 0, max: 50 }),
    firstMs: fc.integer({ min: 1, max: 10_000 }),
    factor: fc.integer({ min: 1, max: 10 }),
    mostMs: fc.integer({ min: 1, max: 60_000 }),
  });
  fc.assert(
    fc.property(settings, (given) => {
      const delays = Array.from({ length: given.retries + 1 }, (_, i) => delayBeforeRetry(i + 1, given));
      expect(delays.at(-1)).toBeNull();
      const waits = delays.slice(0, -1).map(Number);
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
      expect(Math.max(0, ...waits)).toBeLessThanOrEqual(given.mostMs);
    }),
  );
});
