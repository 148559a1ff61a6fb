import { expect, it } from 'vitest';
import { sessionMark } from './session-mark';

it('tells sessions apart, and is the same for all requests of one', () => {
  const mark = sessionMark('theme=dark; nimbusu.session=one', false);
  expect(mark).toMatch(/^[\w-]{22}$/);
  expect(sessionMark('nimbusu.session=one; x=y', false)).toBe(mark);
  expect(sessionMark('nimbusu.session=two', false)).not.toBe(mark);
});

it.each([
  ['no cookie', null, false],
  ['another cookie', 'theme=dark', false],
  ['the cookie of plain http on https', 'nimbusu.session=one', true],
  ['two of that name', 'nimbusu.session=one; nimbusu.session=two', false],
])('there is none for %s', (_what, cookie, secure) => {
  expect(sessionMark(cookie, secure)).toBeNull();
});
