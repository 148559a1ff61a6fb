import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConflicts, type PlannedClass } from './find-conflicts';
import { overlaps, type Slot } from './overlap';

const slot: fc.Arbitrary<Slot> = fc
  .record({
    firstDay: fc.integer({ min: 20_000, max: 20_020 }),
    steps: fc.integer({ min: 0, max: 3 }),
    stepDays: fc.constantFrom(7 as const, 14 as const),
    startMinute: fc.integer({ min: 0, max: 5 }),
    minutes: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ firstDay, steps, stepDays, startMinute, minutes }) => ({
    firstDay,
    lastDay: firstDay + steps * stepDays,
    stepDays,
    startMinute,
    endMinute: startMinute + minutes,
  }));
const classes: fc.Arbitrary<PlannedClass[]> = fc
  .array(
    fc.record({
      courseId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      facultyId: fc.constantFrom('f1', 'f2', null),
      roomId: fc.constantFrom('r1', 'r2', null),
      slot,
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((each, index) => ({ ...each, entryId: `e${index}` })));

const common = new Map([
  ['c1', new Map([['c2', 3]])],
  ['c2', new Map([['c1', 3]])],
]);

describe('findConflicts', () => {
  it('finds each pair that shares a room, a teacher or students, and no other', () => {
    fc.assert(
      fc.property(classes, (list) => {
        const expected: string[] = [];
        for (const [index, a] of list.entries()) {
          for (const b of list.slice(index + 1)) {
            if (!overlaps(a.slot, b.slot)) continue;
            const pair = [a.entryId, b.entryId].sort().join(' ');
            if (a.roomId !== null && a.roomId === b.roomId) expected.push(`room ${pair}`);
            if (a.facultyId !== null && a.facultyId === b.facultyId) expected.push(`faculty ${pair}`);
            if (a.courseId === b.courseId || common.get(a.courseId)?.has(b.courseId))
              expected.push(`students ${pair}`);
          }
        }
        const found = findConflicts(list, { seats: new Map(), students: new Map(), common, unavailable: [] });
        const told = found.map(({ kind, entryIds }) => `${kind} ${[...entryIds].sort().join(' ')}`);
        expect(told.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('tells of a room with fewer seats than students', () => {
    const planned: PlannedClass = {
      entryId: 'e',
      courseId: 'c',
      facultyId: null,
      roomId: 'r',
      slot: { firstDay: 1, lastDay: 8, stepDays: 7, startMinute: 0, endMinute: 60 },
    };
    const around = (seats: number) => ({
      seats: new Map([['r', seats]]),
      students: new Map([['c', 40]]),
      common: new Map(),
      unavailable: [],
    });
    expect(findConflicts([planned], around(39))).toEqual([
      { kind: 'capacity', entryIds: ['e'], students: 40, seats: 39 },
    ]);
    expect(findConflicts([planned], around(40))).toEqual([]);
  });

  it('tells of a class at a time when its course cannot be taught, and of no other', () => {
    const hour = fc.integer({ min: 0, max: 5 });
    const part = fc
      .record({
        course_id: fc.constantFrom('c1', 'c2'),
        day_of_week: fc.integer({ min: 1, max: 7 }),
        start_minute: hour,
        minutes: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ minutes, ...given }) => ({ ...given, end_minute: given.start_minute + minutes }));
    fc.assert(
      fc.property(classes, fc.array(part, { maxLength: 6 }), (list, unavailable) => {
        const surroundings = { seats: new Map(), students: new Map(), common: new Map(), unavailable };
        const told = findConflicts(list, surroundings).filter(({ kind }) => kind === 'unavailable');
        // Every day of it, minute by minute.
        const expected = list.filter(({ courseId, slot: { firstDay, startMinute, endMinute } }) => {
          const weekday = new Date(firstDay * 86_400_000).getUTCDay() || 7;
          return unavailable.some(
            (each) =>
              each.course_id === courseId &&
              each.day_of_week === weekday &&
              Array.from({ length: endMinute - startMinute }, (_, at) => startMinute + at).some(
                (minute) => minute >= each.start_minute && minute < each.end_minute,
              ),
          );
        });
        expect(told.flatMap(({ entryIds }) => [...entryIds])).toEqual(expected.map(({ entryId }) => entryId));
      }),
      { numRuns: 500 },
    );
  });
});
