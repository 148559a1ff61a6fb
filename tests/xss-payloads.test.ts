import { expect, it } from 'vitest';
import { packPayloads, xssPayloads } from './xss-payloads';

it('is a corpus of more than 200, none twice', () => {
  expect(xssPayloads.length).toBeGreaterThan(200);
  expect(new Set(xssPayloads).size).toBe(xssPayloads.length);
});

it('is packed whole', () => {
  const packs = packPayloads(200);
  expect(Math.max(...packs.map((pack) => pack.length))).toBeLessThanOrEqual(200);
  for (const payload of xssPayloads)
    expect(packs.some((pack) => pack.includes(payload.slice(0, 200)))).toBe(true);
});
