import { describe, expect, it } from 'vitest';
import { createFormat } from './create-format';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const before = (ms: number) => new Date(now - ms).toISOString();
const english = createFormat('en', 'UTC', 'just now');
const german = createFormat('de', 'Europe/Vienna', 'gerade eben');

describe('ages', () => {
  it.each([
    [0, 'just now', 'gerade eben'],
    [59_000, 'just now', 'gerade eben'],
    // The server's clock is ahead of this one.
    [-3_000, 'just now', 'gerade eben'],
    [60_000, '1 min ago', 'vor 1 Min.'],
    [59 * 60_000, '59 min ago', 'vor 59 Min.'],
    [60 * 60_000, '1 hr ago', 'vor 1 Std.'],
    [23.9 * 3_600_000, '23 hr ago', 'vor 23 Std.'],
    [24 * 3_600_000, '23 Nov', '23. Nov.'],
    [330 * 24 * 3_600_000, '29 Dec 2025', '29. Dez. 2025'],
    [-3_600_000, '24 Nov 2026, 13:00', '24.11.2026, 14:00'],
  ])('says what happened %d ms ago as "%s" and "%s"', (age, inEnglish, inGerman) => {
    expect(english.relative(before(age), now)).toBe(inEnglish);
    expect(german.relative(before(age), now)).toBe(inGerman);
  });
});

it('gives the exact time of the zone in words', () => {
  expect(english.exact(before(0))).toMatch(/^Tuesday,? 24 November 2026 at 12:00:00$/);
  expect(german.exact(before(0))).toMatch(/^Dienstag, 24\. November 2026 um 13:00:00$/);
  expect(german.clock(now)).toBe('13:00');
});

it('writes numbers, shares and lists', () => {
  expect([english.number(4212), german.number(4212)]).toEqual(['4,212', '4.212']);
  expect([english.percent(0.421), german.percent(0.421)]).toEqual(['42%', '42\u00a0%']);
  expect([english.list(['a', 'b', 'c']), german.list(['a', 'b', 'c'])]).toEqual(['a, b and c', 'a, b und c']);
});
