import { expect, it } from 'vitest';
import { readDeviceMark } from './device-mark';

const markOf = (setCookie: string | null) => /^([^;]+);/.exec(setCookie ?? '')?.[1] ?? '';

it('gives a browser a mark and knows it again by it', () => {
  const first = readDeviceMark(null, false);
  expect(first.setCookie).toMatch(
    /^nimbusu\.device=[\w-]{22}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
  );
  const again = readDeviceMark(`a=b; ${markOf(first.setCookie)}; c=d`, false);
  expect(again).toEqual({ hash: first.hash, setCookie: null });
  expect(first.setCookie).not.toContain(first.hash);
});

it('is bound to the host where there is TLS', () => {
  expect(readDeviceMark('', true).setCookie).toMatch(/^__Host-nimbusu\.device=.*; Path=\/; .*; Secure$/);
});

it.each(['nimbusu.device=', 'nimbusu.device=short', `nimbusu.device=${'a'.repeat(23)}`, 'nimbusu.device'])(
  'believes no mark but its own: %s',
  (header) => {
    expect(readDeviceMark(header, false).setCookie).not.toBeNull();
  },
);

it('believes none of two, and tells two browsers apart', () => {
  const [one, other] = [readDeviceMark(null, false), readDeviceMark(null, false)];
  expect(one.hash).not.toBe(other.hash);
  const both = `${markOf(one.setCookie)}; ${markOf(other.setCookie)}`;
  expect([one.hash, other.hash]).not.toContain(readDeviceMark(both, false).hash);
});
