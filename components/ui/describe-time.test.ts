import { expect, it } from 'vitest';
import { describeTime, exactTime } from './describe-time';

const now = new Date(2026, 10, 24, 12, 0, 0).getTime();
const before = (ms: number) => new Date(now - ms).toISOString();

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  // The server's clock is ahead of this one.
  [-3_000, 'just now'],
  [60_000, '1 min ago'],
  [59 * 60_000, '59 min ago'],
  [60 * 60_000, '1 h ago'],
  [23.9 * 3_600_000, '23 h ago'],
  [24 * 3_600_000, '23 Nov'],
  [330 * 24 * 3_600_000, '29 Dec 2025'],
])('says what happened %d ms ago as "%s"', (age, text) => {
  expect(describeTime(before(age), now)).toBe(text);
});

it('gives the exact time in words', () => {
  expect(exactTime(before(0))).toBe('Tuesday, 24 November 2026, 12:00:00');
});
