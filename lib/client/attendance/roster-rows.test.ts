import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RosterStudent } from '@/lib/contracts/http/attendance';
import { countRows, createRosterRows, findRows, markOf, undoOf } from './roster-rows';

const student = (student_id: string, change: Partial<RosterStudent> = {}): RosterStudent => ({
  student_id,
  name: `Name ${student_id}`,
  register_no: null,
  status: null,
  custom_code: '',
  remark: '',
  source: null,
  version: 0,
  has_left: false,
  marked_by: null,
  marked_at: null,
  recent: [],
  ...change,
});

it('counts who is unmarked as nothing else', () => {
  const rows = createRosterRows()(
    [student('a'), student('b', { status: 'present' }), student('c', { status: 'absent' })],
    new Map(),
  );
  expect(countRows(rows)).toEqual({ students: 3, marked: 2, present: 1, late: 0, excused: 0, absent: 1 });
});

it('leaves rows without anything queued as they are', () => {
  const rowsOf = createRosterRows();
  const students = [student('a'), student('b')];
  const first = rowsOf(students, new Map());
  const wanted = markOf({ ...student('b'), id: 'b', isPending: false }, { status: 'late' });
  const then = rowsOf(students, new Map([['b', wanted]]));
  expect(then[0]).toBe(first[0]);
  expect(then[1]).toMatchObject({ status: 'late', isPending: true, version: 0 });
});

it('a mark that is taken back leaves no remark', () => {
  const row = {
    ...student('a', { status: 'absent', remark: 'Ill', custom_code: 'm' }),
    id: 'a',
    isPending: false,
  };
  expect(markOf(row, { status: null })).toMatchObject({ status: null, remark: '', custom_code: '' });
});

const status = fc.constantFrom('present', 'late', 'excused', 'absent', null);
const ids = ['a', 'b', 'c'];

it('undo brings back what was there, except where somebody else has been since', () => {
  fc.assert(
    fc.property(
      fc.tuple(status, status, status),
      fc.tuple(status, status, status),
      fc.subarray(ids),
      (before, after, others) => {
        const rowsOf = createRosterRows();
        const rows = rowsOf(
          ids.map((id, index) => student(id, { status: before[index] ?? null })),
          new Map(),
        );
        const done = {
          before: rows.map((row) => markOf(row, {})),
          after: rows.map((row, index) => markOf(row, { status: after[index] ?? null })),
        };
        const now = rowsOf(
          ids.map((id, index) => {
            const own = student(id, { status: after[index] ?? null, version: 1 });
            const theirs = own.status === 'late' ? 'absent' : 'late';
            return others.includes(id) ? { ...own, status: theirs, version: 2 } : own;
          }),
          new Map(),
        );
        const undone = undoOf(done, now);
        expect(undone.map(({ student_id }) => student_id)).toEqual(ids.filter((id) => !others.includes(id)));
        for (const mark of undone) {
          expect(mark.status).toBe(before[ids.indexOf(mark.student_id)] ?? null);
          expect(mark.version).toBe(1);
        }
      },
    ),
  );
});

it('finds by every word of name or number, and by what they are marked', () => {
  const rows = createRosterRows()(
    [student('a', { name: 'Ada Byron', register_no: '42' }), student('b', { name: 'Bo', status: 'late' })],
    new Map(),
  );
  const found = (words: string, only: 'unmarked' | 'late' | null = null) =>
    findRows(rows, { words, only }).map(({ id }) => id);
  expect([found('byron 42'), found('byron 43'), found(''), found('', 'unmarked'), found('', 'late')]).toEqual(
    [['a'], [], ['a', 'b'], ['a'], ['b']],
  );
});
