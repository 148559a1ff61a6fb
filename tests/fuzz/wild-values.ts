import { pick } from '@/prisma/seed/seeded-random';

/** Text that has broken something somewhere. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '%00',
  '%',
  '%2e%2e%2f',
  '../../etc/passwd',
  "'; DROP TABLE announcement; --",
  '$1',
  '\\',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '💥',
  '\ud800',
  '‮rtl',
  'é'.repeat(300),
  'x'.repeat(21_000),
  '00000000-0000-0000-0000-000000000000',
  'WyJ4IiwieSIsInoiXQ',
  '2026-02-30T25:61:00Z',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
] as const;

const NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  2 ** 31,
  -(2 ** 31) - 1,
  10_000,
] as const;

export const wildText = (random: () => number): string => pick(random, TEXTS);

/** Any JSON value. */
export function wildValue(random: () => number, depth = 0): unknown {
  const kind = Math.floor(random() * (depth > 3 ? 4 : 7));
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return pick(random, NUMBERS);
  if (kind === 3) return wildText(random);
  const size = Math.floor(random() * 4);
  if (kind === 4) return Array.from({ length: size }, () => wildValue(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: size }, () => [wildText(random), wildValue(random, depth + 1)]),
  );
}
