import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countChanges, diffPlan } from './diff-plan';
import type { EntryRow } from './entry-row';

const row = (entry_id: string, given: Partial<EntryRow>): EntryRow => ({
  entry_id,
  timetable_id: 't',
  term_id: 't',
  term_starts_on: '2031-03-03',
  term_ends_on: '2031-06-29',
  department_id: 'd',
  course_id: 'c',
  course_code: 'C',
  course_name: 'C',
  faculty_id: null,
  faculty_name: null,
  room_id: null,
  room_code: null,
  entry_type: 'lecture',
  day_of_week: 1,
  start_minute: 600,
  end_minute: 660,
  weeks: 'every',
  starts_on: null,
  ends_on: null,
  is_locked: false,
  version: 1,
  ...given,
});
const plan = fc.uniqueArray(fc.nat(8), { maxLength: 9 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          day_of_week: fc.integer({ min: 1, max: 3 }),
          room_id: fc.constantFrom(null, 'r'),
          weeks: fc.constantFrom('every' as const, 'a' as const),
          is_locked: fc.boolean(),
          version: fc.nat(3),
        })
        .map((given) => row(`e${id}`, given)),
    ),
  ),
);
const shown = (rows: readonly EntryRow[]) =>
  new Map(rows.map(({ is_locked: _lock, version: _version, ...seen }) => [seen.entry_id, seen]));

it('applied to what is published it gives the draft, as readers see it, and names nothing that stays', () => {
  fc.assert(
    fc.property(plan, plan, (published, draft) => {
      const { added, changed, removed } = diffPlan(published, draft);
      const result = shown(published);
      for (const { entry_id } of removed) expect(result.delete(entry_id)).toBe(true);
      for (const { before, after, fields } of changed) {
        expect(fields.length).toBeGreaterThan(0);
        expect(shown([before])).not.toEqual(shown([after]));
        for (const [key, value] of shown([after])) result.set(key, value);
      }
      for (const each of added) {
        expect(result.has(each.entry_id)).toBe(false);
        for (const [key, value] of shown([each])) result.set(key, value);
      }
      expect(result).toEqual(shown(draft));
    }),
  );
});

it('finds nothing between a plan and itself, whatever is locked', () => {
  fc.assert(
    fc.property(plan, (rows) => {
      const locked = rows.map((each) => ({ ...each, is_locked: true, version: 9 }));
      expect(countChanges(diffPlan(rows, locked))).toBe(0);
    }),
  );
});
