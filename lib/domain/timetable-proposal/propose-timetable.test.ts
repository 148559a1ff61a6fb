import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from './check-timetable';
import { type ProposalInstance, periodsOf } from './instance';
import { proposeTimetable } from './propose-timetable';
import { readCtt } from './read-ctt';
import { createSearchState } from './search-state';

const comp01 = readCtt(readFileSync(path.join(import.meta.dirname, 'fixtures/comp01.ctt'), 'utf8'));

/** A clock by which the search ends after so many looks, however fast the machine is. */
function looks(count: number) {
  let at = 0;
  return () => at++ / count;
}

const instances: fc.Arbitrary<ProposalInstance> = fc
  .record({
    days: fc.integer({ min: 1, max: 3 }),
    periodsPerDay: fc.integer({ min: 1, max: 4 }),
    rooms: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 3 }),
    courses: fc.array(
      fc.record({
        lectures: fc.integer({ min: 1, max: 2 }),
        students: fc.nat(50),
        days: fc.integer({ min: 1, max: 3 }),
        teacher: fc.nat(3),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    curricula: fc.array(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
    unavailable: fc.array(fc.tuple(fc.nat(4), fc.nat(11)), { maxLength: 6 }),
  })
  .map((given) => ({
    name: 'random',
    days: given.days,
    periodsPerDay: given.periodsPerDay,
    rooms: given.rooms.map((capacity, index) => ({ id: `r${index}`, capacity })),
    courses: given.courses.map(({ lectures, students, days, teacher }, index) => ({
      id: `c${index}`,
      teacher: `t${teacher}`,
      lectures,
      minimumDays: days,
      students,
    })),
    curricula: given.curricula.map((courses, index) => ({
      id: `q${index}`,
      courses: courses.filter((course) => course < given.courses.length),
    })),
    unavailable: given.unavailable.filter(
      ([course, period]) => course < given.courses.length && period < given.days * given.periodsPerDay,
    ),
  }))
  .filter((instance) => {
    const lectures = instance.courses.reduce((sum, course) => sum + course.lectures, 0);
    return lectures <= periodsOf(instance) * instance.rooms.length;
  });

describe('the search', () => {
  it('counts what the checker counts, after any changes', () => {
    fc.assert(
      fc.property(
        instances,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        (instance, changes) => {
          const state = createSearchState(instance);
          for (const lecture of state.courseOf.keys()) state.place(lecture, state.lectureAt.indexOf(-1));
          for (const [which, where] of changes) {
            const lecture = which % state.lectures;
            const slot = where % state.slots;
            state.lift(lecture);
            state.place(lecture, state.lectureAt[slot] === -1 ? slot : state.lectureAt.indexOf(-1));
          }
          const check = checkTimetable(instance, state.placements());
          expect(state.soft).toBe(check.penalty);
          expect(state.hard === 0).toBe(check.violations === 0);
        },
      ),
    );
  });

  it('proposes the competition’s first sample without a violation, and says the truth about it', () => {
    const told: number[] = [];
    const proposal = proposeTimetable(comp01, {
      seconds: 1,
      clock: looks(400),
      onProgress: ({ done }) => told.push(done),
    });
    const check = checkTimetable(comp01, proposal.placements);
    expect(check).toMatchObject({ violations: 0, penalty: proposal.penalty });
    expect(proposal).toMatchObject({ violations: 0, done: 1 });
    // The best known is 5.
    expect(proposal.penalty).toBeLessThan(120);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('proposes the same from the same seed', () => {
    const options = () => ({ seconds: 1, seed: 7, clock: looks(20) });
    expect(proposeTimetable(comp01, options()).placements).toEqual(
      proposeTimetable(comp01, options()).placements,
    );
  });

  it('leaves alone what is locked, and plans the rest around it', () => {
    const locked = [
      { course: 0, room: 0, period: 0 },
      { course: 0, room: 0, period: 7 },
      { course: 5, room: 3, period: 12 },
    ];
    const { placements, violations } = proposeTimetable(comp01, { seconds: 1, clock: looks(200), locked });
    for (const lock of locked) expect(placements).toContainEqual(lock);
    expect(violations).toBe(0);
    expect(checkTimetable(comp01, placements).hard.lectures).toBe(0);
  });

  it('stops when it is told to, with the best so far', () => {
    let asked = 0;
    const { done, placements } = proposeTimetable(comp01, {
      seconds: 1,
      clock: looks(1_000_000),
      shouldStop: () => ++asked > 5,
    });
    expect(done).toBeLessThan(1);
    expect(checkTimetable(comp01, placements).hard).toMatchObject({ lectures: 0, roomOccupancy: 0 });
  });
});
