import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayNumber,
  isHeldOn,
  overlaps,
  slotOf,
  type TermDates,
  type WeeklyClass,
  weekdayOf,
  weekLetterOf,
} from './overlap';

const term: TermDates = { startsOn: '2026-10-07', endsOn: '2026-12-18' };
const first = dayNumber(term.startsOn) - 10;
const last = dayNumber(term.endsOn) + 10;

const date = fc.option(
  fc.integer({ min: first, max: last }).map((day) => dateOfDay(day)),
  { nil: null },
);
const planned: fc.Arbitrary<WeeklyClass> = fc
  .record({
    dayOfWeek: fc.integer({ min: 1, max: 3 }),
    startMinute: fc.integer({ min: 0, max: 6 }),
    minutes: fc.integer({ min: 1, max: 4 }),
    weeks: fc.constantFrom('every' as const, 'a' as const, 'b' as const),
    startsOn: date,
    endsOn: date,
  })
  .map(({ minutes, ...rest }) => ({ ...rest, endMinute: rest.startMinute + minutes }));

/** Every day and minute at which it is held, one by one. */
function moments(given: WeeklyClass): Set<string> {
  const held = new Set<string>();
  for (let day = first; day <= last; day += 1) {
    const iso = dateOfDay(day);
    if (iso < term.startsOn || iso > term.endsOn) continue;
    if (given.startsOn !== null && iso < given.startsOn) continue;
    if (given.endsOn !== null && iso > given.endsOn) continue;
    if (weekdayOf(day) !== given.dayOfWeek) continue;
    if (given.weeks !== 'every' && weekLetterOf(day, term) !== given.weeks) continue;
    for (let minute = given.startMinute; minute < given.endMinute; minute += 1) held.add(`${iso} ${minute}`);
  }
  return held;
}

describe('overlap', () => {
  it('is what an enumeration of every day and minute finds', () => {
    fc.assert(
      fc.property(planned, planned, (a, b) => {
        const [ofA, ofB] = [slotOf(a, term), slotOf(b, term)];
        const shared = [...moments(a)].some((moment) => moments(b).has(moment));
        expect(ofA !== null && ofB !== null && overlaps(ofA, ofB)).toBe(shared);
        expect(ofA !== null && ofB !== null && overlaps(ofB, ofA)).toBe(shared);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows the days of a class', () => {
    fc.assert(
      fc.property(planned, fc.integer({ min: first, max: last }), (given, day) => {
        const slot = slotOf(given, term);
        const held = moments(given).has(`${dateOfDay(day)} ${given.startMinute}`);
        expect(slot !== null && isHeldOn(slot, day)).toBe(held);
      }),
    );
  });

  it('counts the week of the first day as week A, and Monday as the first day', () => {
    expect(weekdayOf(dayNumber('2026-11-27'))).toBe(5);
    expect(weekLetterOf(dayNumber('2026-10-05'), term)).toBe('a');
    expect(weekLetterOf(dayNumber('2026-10-11'), term)).toBe('a');
    expect(weekLetterOf(dayNumber('2026-10-12'), term)).toBe('b');
  });

  it('lets one begin when the other ends', () => {
    const at = { dayOfWeek: 1, weeks: 'every', startsOn: null, endsOn: null } as const;
    const early = slotOf({ ...at, startMinute: 600, endMinute: 660 }, term);
    const late = slotOf({ ...at, startMinute: 660, endMinute: 720 }, term);
    expect(early && late && overlaps(early, late)).toBe(false);
  });
});
