import { expect, it } from 'vitest';
import { listMark, readCursor, writeCursor } from './keyset-cursor';

const place = { at: '2026-03-01T09:00:00.123456Z', id: '0190b4f2-6d4e-7a00-8000-000000000001' };
const mark = listMark('notifications', { unread: true });

it('leads on in its own list', () => {
  expect(readCursor(mark, writeCursor(mark, place))).toEqual(place);
});

it.each([
  ['another list', listMark('announcements', { unread: true })],
  ['another filter', listMark('notifications', { unread: false })],
])('leads nowhere in %s', (_what, other) => {
  expect(readCursor(other, writeCursor(mark, place))).toBeNull();
});
