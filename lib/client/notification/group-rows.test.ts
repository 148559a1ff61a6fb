import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotificationView } from '@/lib/contracts/http/notification';
import type { NotificationGroups } from '@/lib/contracts/http/notification-group';
import { sampleNotification, sampleTime } from '../realtime/testing/sample-rows';
import { groupRows } from './group-rows';

const whole = { groups: undefined, open: null, isFromTop: true, isToEnd: true };

/** Newest first; each of a group, or alone. */
const rowsOf = (...given: Array<Partial<NotificationView>>): NotificationView[] =>
  given.map((row, index) => ({
    ...sampleNotification(given.length - index),
    category: 'material',
    ...row,
  }));
const inA = { group_key: 'a' };
const read = { read_at: sampleTime(900) };

/** "3a" a group of three, "n0002" a row, ">n0002" a row of the open group. */
const words = (rows: readonly NotificationView[], loaded: Partial<Parameters<typeof groupRows>[1]> = {}) =>
  groupRows(rows, { ...whole, ...loaded }).map(({ row, group, isMember }) =>
    group ? `${group.count}${row.group_key}` : `${isMember ? '>' : ''}${row.id}`,
  );

const told = (unread_count: number, newest: number, oldest: number): NotificationGroups => ({
  since: null,
  items: [
    {
      group_key: 'a',
      category: 'material',
      course: 'CS101',
      unread_count,
      newest_id: sampleNotification(newest).id,
      newest_at: sampleTime(newest),
      oldest_at: sampleTime(oldest),
    },
  ],
});

describe('what is drawn', () => {
  it('is one row for what is unread and of one group, where its newest stands', () => {
    expect(words(rowsOf(inA, {}, inA, { ...inA, ...read }, inA))).toEqual(['3a', 'n0004', 'n0002']);
  });

  it('leaves alone what is single, urgent or of another sort', () => {
    const others = rowsOf(inA, { ...inA, priority: 'urgent' }, { ...inA, category: 'announcement' }, {}, {});
    expect(words(others)).toEqual(others.map((row) => row.id));
  });

  it('counts what is not loaded yet, and draws no second row when it is', () => {
    const rows = rowsOf(inA, inA, {}, inA, inA);
    const groups = told(4, 5, 1);
    expect(words(rows.slice(0, 3), { groups, isToEnd: false })).toEqual(['4a', 'n0003']);
    expect(words(rows, { groups, isToEnd: false })).toEqual(['4a', 'n0003']);
    // Also when the first page has one of them alone.
    expect(words(rows.slice(0, 1), { groups, isToEnd: false })).toEqual(['4a']);
  });

  it('believes what is loaded before the server has counted again', () => {
    const rows = rowsOf(inA, inA, { ...inA, ...read });
    expect(words(rows, { groups: told(3, 3, 1) })).toEqual(['2a', 'n0001']);
    expect(words(rowsOf(inA, ...rows), { groups: told(2, 3, 2) })).toEqual(['3a', 'n0001']);
  });

  it('is not drawn again where its newest is above what is loaded', () => {
    const rows = rowsOf(inA, {}, inA, {});
    const below = rows.slice(1);
    expect(words(below, { groups: told(2, 4, 2), isFromTop: false })).toEqual(['n0003', 'n0001']);
    expect(words(rows, { groups: told(2, 4, 2), isFromTop: false })).toEqual(['2a', 'n0003', 'n0001']);
  });

  it('shows what is in the open one, also what was read since and what the list has not come to', () => {
    const rows = rowsOf(inA, {}, { ...inA, ...read }, inA);
    const kept = new Set(['n0002', 'n0004', 'n0001']);
    const open = { key: 'material a', kept, further: rows };
    expect(words(rows.slice(0, 3), { open, groups: told(2, 4, 1), isToEnd: false })).toEqual([
      '2a',
      '>n0004',
      '>n0002',
      '>n0001',
      'n0003',
    ]);
    // All of it has been read.
    const all = rowsOf({ ...inA, ...read }, { ...inA, ...read });
    expect(words(all, { open: { ...open, further: [] } })).toEqual(['0a', '>n0002', '>n0001']);
  });

  it('leaves alone what is older than what groups are made of', () => {
    const groups = { ...told(2, 4, 3), since: sampleTime(3) };
    expect(words(rowsOf(inA, inA, inA, inA), { groups })).toEqual(['2a', 'n0002', 'n0001']);
  });

  it('shows every row once, or counts it in the one row of its group, however far one has loaded', () => {
    const row = fc.record({
      group_key: fc.constantFrom('', 'a', 'b'),
      read_at: fc.constantFrom(null, sampleTime(900)),
      priority: fc.constantFrom('normal', 'urgent'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(30), (given, loaded) => {
        const rows = rowsOf(...given);
        const groups = groupsOf(rows);
        const isToEnd = loaded >= rows.length;
        const drawn = groupRows(rows.slice(0, loaded), { ...whole, groups, isToEnd });
        const single = drawn.flatMap((each) => (each.group ? [] : [each.id]));
        const grouped = drawn.flatMap(({ group }) => group?.members.map((each) => each.id) ?? []);
        expect([...single, ...grouped].toSorted()).toEqual(
          rows
            .slice(0, loaded)
            .map((each) => each.id)
            .toSorted(),
        );
        for (const { group } of drawn)
          if (group)
            expect(group.count).toBe(
              groups.items.find(({ group_key }) => group.key.endsWith(group_key))?.unread_count,
            );
      }),
    );
  });
});

/** As the server counts. */
function groupsOf(rows: readonly NotificationView[]): NotificationGroups {
  const items = ['a', 'b'].flatMap((group_key) => {
    const own = rows.filter(
      (row) => row.group_key === group_key && row.read_at === null && row.priority !== 'urgent',
    );
    const [newest, oldest] = [own[0], own.at(-1)];
    if (own.length < 2 || !newest || !oldest) return [];
    const [newest_at, oldest_at] = [newest.created_at, oldest.created_at];
    const counted = { course: null, unread_count: own.length, newest_id: newest.id, newest_at, oldest_at };
    return [{ group_key, category: 'material' as const, ...counted }];
  });
  return { since: null, items };
}
