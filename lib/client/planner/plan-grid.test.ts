import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanEntry } from '@/lib/contracts/http/plan';
import { clockOf, HOUR_PX, lanesOf, minutesOf, placeAfter } from './plan-grid';

const entry = (entry_id: string, start: number, minutes: number): PlanEntry => ({
  entry_id,
  course: { id: 'c', code: 'C', name: 'C' },
  faculty: null,
  room: null,
  entry_type: 'lecture',
  day_of_week: 2,
  start_time: clockOf(start),
  end_time: clockOf(start + minutes),
  weeks: 'every',
  starts_on: null,
  ends_on: null,
  is_locked: false,
  version: 1,
});
const day = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: 40 }), minutes: fc.integer({ min: 1, max: 12 }) }),
  { maxLength: 12 },
);

it('no two classes of one day lie over each other, and none is left out', () => {
  fc.assert(
    fc.property(day, (list) => {
      const lanes = lanesOf(list.map(({ start, minutes }, index) => entry(`e${index}`, start, minutes)));
      expect(lanes).toHaveLength(list.length);
      for (const [index, a] of lanes.entries()) {
        expect(a.lane).toBeLessThan(a.lanes);
        for (const b of lanes.slice(index + 1)) {
          const overlap = a.entry.start_time < b.entry.end_time && b.entry.start_time < a.entry.end_time;
          if (overlap) expect([a.lane, a.lanes]).not.toEqual([b.lane, b.lanes]);
          if (overlap) expect(a.lanes).toBe(b.lanes);
        }
      }
    }),
  );
});

it('a dragged class keeps its length and stays on the board', () => {
  const board = { columnPx: 100, days: 5 };
  const place = placeAfter(entry('e', 600, 90), { x: 190, y: -HOUR_PX }, board);
  expect(place).toEqual({ day_of_week: 4, start_time: '09:00', end_time: '10:30' });
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
      const moved = placeAfter(entry('e', 600, 90), { x, y }, board);
      expect(minutesOf(moved.end_time) - minutesOf(moved.start_time)).toBe(90);
      expect(moved.end_time <= '23:59').toBe(true);
      expect(moved.day_of_week >= 1 && moved.day_of_week <= 5).toBe(true);
    }),
  );
});
