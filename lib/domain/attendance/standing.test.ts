import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from './standing';

const totals = fc
  .tuple(fc.nat(40), fc.nat(100), fc.nat(40), fc.nat(100))
  .map(([counted, share, remaining, threshold]) => ({
    // In quarters of a point, as custom statuses may give them.
    total: { counted, points: Math.round((counted * 4 * share) / 100) / 4 },
    remaining,
    threshold,
  }));

/** Whether who misses `missed` of what remains and comes to all else ends at the line or above it. */
const endsAbove = (
  { counted, points }: { counted: number; points: number },
  remaining: number,
  missed: number,
  threshold: number,
) => (points + remaining - missed) * 100 >= threshold * (counted + remaining);

describe('where a student stands', () => {
  it('says how many can be missed as trying each number does', () => {
    fc.assert(
      fc.property(totals, ({ total, remaining, threshold }) => {
        const { can_miss } = standingOf(total, remaining, threshold);
        const ways = Array.from({ length: remaining + 1 }, (_, missed) => missed);
        const possible = ways.filter((missed) => endsAbove(total, remaining, missed, threshold));
        expect(Math.max(can_miss, -1)).toBe(possible.length - 1);
      }),
    );
  });

  it('is out of reach by as many classes as would have to be attended beyond what is planned', () => {
    fc.assert(
      fc.property(totals, ({ total, remaining, threshold }) => {
        const { can_miss } = standingOf(total, remaining, threshold);
        fc.pre(can_miss < 0);
        expect(endsAbove(total, remaining, can_miss, threshold)).toBe(true);
        expect(endsAbove(total, remaining, can_miss + 1, threshold)).toBe(false);
      }),
    );
  });

  it('is below the line exactly when the share is, and is never shown on it then', () => {
    fc.assert(
      fc.property(totals, ({ total, remaining, threshold }) => {
        const { is_below, percentage, best_percentage } = standingOf(total, remaining, threshold);
        expect(is_below).toBe(total.counted > 0 && total.points * 100 < threshold * total.counted);
        if (is_below) expect(percentage).toBeLessThan(threshold);
        if (percentage !== null && best_percentage !== null)
          expect(best_percentage).toBeGreaterThanOrEqual(percentage);
      }),
    );
  });

  it.each([
    ['nothing yet', { counted: 0, points: 0 }, 20, { percentage: null, best_percentage: 100, can_miss: 5 }],
    [
      'no class at all',
      { counted: 0, points: 0 },
      0,
      { percentage: null, best_percentage: null, can_miss: 0 },
    ],
    ['the line itself', { counted: 4, points: 3 }, 0, { percentage: 75, can_miss: 0, is_below: false }],
    ['just below', { counted: 100, points: 74.75 }, 0, { percentage: 74.75, can_miss: -1, is_below: true }],
    ['thirds', { counted: 3, points: 2 }, 9, { percentage: 66.66, can_miss: 2, is_below: true }],
    ['all missed, much to come', { counted: 4, points: 0 }, 20, { percentage: 0, can_miss: 2 }],
  ])('%s', (_case, total, remaining, expected) => {
    expect(standingOf(total, remaining, 75)).toMatchObject(expected);
  });
});
