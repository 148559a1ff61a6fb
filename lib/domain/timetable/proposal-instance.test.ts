import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../timetable-proposal/check-timetable';
import { proposeTimetable } from '../timetable-proposal/propose-timetable';
import { type EntryRow, slotOfRow } from './entry-row';
import { findConflicts } from './find-conflicts';
import { isFixed } from './proposal-groups';
import { draftProblem, type ProposalInput } from './proposal-instance';

function row(id: string, given: Partial<EntryRow> = {}): EntryRow {
  return {
    entry_id: id,
    timetable_id: 'own',
    term_id: 'term',
    term_starts_on: '2031-03-03',
    term_ends_on: '2031-06-29',
    department_id: 'cs',
    course_id: 'c1',
    course_code: 'C1',
    course_name: 'C1',
    faculty_id: 'tara',
    faculty_name: 'Tara',
    room_id: 'a',
    room_code: 'A',
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
  };
}

/** What the draft would be with the proposal, searched for as long as that many looks at the clock. */
function propose(given: Partial<ProposalInput> & Pick<ProposalInput, 'draft'>, looks = 40) {
  const input: ProposalInput = {
    others: [],
    rooms: [
      { id: 'a', capacity: 60 },
      { id: 'b', capacity: 60 },
    ],
    students: new Map(),
    courseSets: [],
    needs: [],
    unavailable: [],
    ...given,
  };
  const problem = draftProblem(input);
  let at = 0;
  const { placements } = proposeTimetable(problem.instance, {
    seconds: 1,
    clock: () => at++ / looks,
    locked: problem.locked,
  });
  const changes = problem.changesOf(placements);
  const moves = new Map(changes.moves.map((move) => [move.entryId, move]));
  const after = input.draft.map((each) => {
    const move = moves.get(each.entry_id);
    return move
      ? {
          ...each,
          room_id: move.roomId,
          day_of_week: move.dayOfWeek,
          start_minute: move.startMinute,
          end_minute: move.endMinute,
        }
      : each;
  });
  const added = changes.additions.map((each, index) =>
    row(`new ${index}`, {
      course_id: each.courseId,
      faculty_id: each.facultyId,
      room_id: each.roomId,
      day_of_week: each.dayOfWeek,
      start_minute: each.startMinute,
      end_minute: each.endMinute,
    }),
  );
  const check = checkTimetable(problem.instance, placements);
  return { problem, check, moves, added, after: [...after, ...added] };
}

function conflictsOf(
  rows: readonly EntryRow[],
  { students, courseSets, unavailable }: Partial<ProposalInput> = {},
) {
  const common = new Map<string, Map<string, number>>();
  for (const set of courseSets ?? [])
    for (const a of set)
      common.set(a, new Map([...(common.get(a) ?? []), ...set.map((b) => [b, 1] as const)]));
  return findConflicts(
    rows.flatMap((each) => {
      const slot = slotOfRow(each);
      const { entry_id: entryId, course_id: courseId, faculty_id: facultyId, room_id: roomId } = each;
      return slot ? { entryId, courseId, facultyId, roomId, slot } : [];
    }),
    {
      seats: new Map([
        ['a', 60],
        ['b', 60],
      ]),
      students: students ?? new Map(),
      common,
      unavailable: unavailable ?? [],
    },
  );
}

describe('a draft as a problem for the scheduler', () => {
  it('comes back without a conflict of rooms, teachers and students', () => {
    const draft = [
      row('1'),
      row('2'),
      row('3', { course_id: 'c2', room_id: null }),
      row('4', { course_id: 'c3', faculty_id: null, end_minute: 690 }),
      row('5', { course_id: 'c2', faculty_id: 'tom' }),
    ];
    const courseSets = [['c1', 'c3']];
    expect(conflictsOf(draft, { courseSets })).not.toEqual([]);
    const { after, check } = propose({ draft, courseSets });
    expect(check.violations).toBe(0);
    expect(conflictsOf(after, { courseSets })).toEqual([]);
    expect(after.every(({ room_id }) => room_id !== null)).toBe(true);
    // Each is as long as it was.
    expect(after.map((each) => each.end_minute - each.start_minute)).toEqual([60, 60, 60, 90, 60]);
  });

  it('keeps what is locked or has dates of its own, on the grid or beside it', () => {
    const draft = [
      row('on', { is_locked: true }),
      row('beside', { is_locked: true, start_minute: 617, end_minute: 677, day_of_week: 2 }),
      row('dated', { starts_on: '2031-04-01', ends_on: '2031-04-30', day_of_week: 3 }),
      row('late', { is_locked: true, start_minute: 1_300, end_minute: 1_360, day_of_week: 7 }),
      row('1'),
      row('2', { day_of_week: 2 }),
      row('3', { day_of_week: 3, course_id: 'c2' }),
    ];
    const { after, moves } = propose({ draft });
    expect([...moves.keys()].every((id) => ['1', '2', '3'].includes(id))).toBe(true);
    expect(conflictsOf(after)).toEqual([]);
  });

  it('stays out of the way of what others have published, for as long as it lasts', () => {
    // Both rooms, all of Monday to Thursday; Tara teaches on Friday morning.
    const others = [1, 2, 3, 4].flatMap((day_of_week) =>
      ['a', 'b'].map((room_id) =>
        row(`other ${day_of_week} ${room_id}`, {
          timetable_id: 'other',
          course_id: 'other',
          faculty_id: null,
          room_id,
          day_of_week,
          start_minute: 7 * 60,
          end_minute: 22 * 60,
        }),
      ),
    );
    const friday = row('friday', {
      course_id: 'far',
      room_id: 'elsewhere',
      day_of_week: 5,
      start_minute: 480,
      end_minute: 840,
    });
    const { after, check } = propose({ draft: [row('1'), row('2')], others: [...others, friday] });
    expect(check.violations).toBe(0);
    for (const each of after) {
      expect(each.day_of_week).toBe(5);
      expect(each.start_minute).toBeGreaterThanOrEqual(840);
    }
  });

  it('gets the lectures that courses need beyond those they have, as long as those, on enough days', () => {
    const draft = [
      row('1', { end_minute: 690 }),
      row('2', { end_minute: 690 }),
      row('3', { course_id: 'c9' }),
    ];
    const needs = [
      { course_id: 'c1', faculty_id: 'tom', lectures: 5, minimum_days: 3 },
      // It has more than it needs: they stay.
      { course_id: 'c9', faculty_id: 'tara', lectures: 0, minimum_days: 0 },
      { course_id: 'c2', faculty_id: null, lectures: 3, minimum_days: 2 },
    ];
    const { added, after, check } = propose({ draft, needs });
    expect(check).toMatchObject({ violations: 0, soft: { minimumWorkingDays: 0 } });
    const own = (id: string) => added.filter(({ course_id }) => course_id === id);
    expect(own('c1').map((each) => [each.faculty_id, each.end_minute - each.start_minute])).toEqual(
      Array.from({ length: 3 }, () => ['tom', 90]),
    );
    expect(own('c2').map(({ faculty_id }) => faculty_id)).toEqual([null, null, null]);
    expect(new Set(own('c2').map(({ day_of_week }) => day_of_week)).size).toBeGreaterThanOrEqual(2);
    expect(added).toHaveLength(6);
    expect(conflictsOf(after)).toEqual([]);
    // Nothing is missing any more.
    expect(propose({ draft: after, needs }).added).toEqual([]);
  });

  it('is begun from nothing but what courses need', () => {
    const needs = [{ course_id: 'c1', faculty_id: 'tara', lectures: 4, minimum_days: 4 }];
    const { added, check } = propose({ draft: [], needs });
    expect(check.violations).toBe(0);
    expect(added.map((each) => each.end_minute - each.start_minute)).toEqual([60, 60, 60, 60]);
    expect(new Set(added.map(({ day_of_week }) => day_of_week)).size).toBe(4);
  });

  it('puts no class where its course cannot be taught, not even in part', () => {
    // Free on Wednesday from 10:00 to 12:30 alone; what begins at 12:00 would go on too long.
    const always = [1, 2, 4, 5].map((day_of_week) => ({ day_of_week, start_minute: 0, end_minute: 1_440 }));
    const wednesday = [
      { day_of_week: 3, start_minute: 0, end_minute: 600 },
      { day_of_week: 3, start_minute: 750, end_minute: 1_440 },
    ];
    const unavailable = [...always, ...wednesday].map((part) => ({ course_id: 'c1', ...part }));
    const needs = [{ course_id: 'c1', faculty_id: 'tara', lectures: 2, minimum_days: 1 }];
    const draft = [row('1', { day_of_week: 5 }), row('2', { course_id: 'c2' })];
    expect(conflictsOf(draft, { unavailable }).map(({ kind }) => kind)).toEqual(['unavailable']);
    const { after, check } = propose({ draft, needs, unavailable });
    expect(check.violations).toBe(0);
    expect(conflictsOf(after, { unavailable })).toEqual([]);
    const own = after.filter(({ course_id }) => course_id === 'c1');
    expect(own.map((each) => [each.day_of_week, each.start_minute]).sort()).toEqual([
      [3, 600],
      [3, 660],
    ]);
    // What is locked there is told as what cannot be.
    const locked = [row('1', { day_of_week: 5, is_locked: true })];
    expect(propose({ draft: locked, unavailable }).check.hard.availability).toBe(1);
  });

  it('is impossible with more classes than places, or without a room', () => {
    const problemOf = (draft: readonly EntryRow[], rooms: ProposalInput['rooms']) =>
      draftProblem({
        draft,
        rooms,
        others: [],
        students: new Map(),
        courseSets: [],
        needs: [],
        unavailable: [],
      });
    expect(problemOf([row('1')], []).isPossible).toBe(false);
    const whole = Array.from({ length: 6 }, (_, index) => row(`${index}`, { end_minute: 1_300 }));
    const rooms = [{ id: 'a', capacity: 1 }];
    expect(problemOf(whole, rooms).isPossible).toBe(false);
    expect(problemOf(whole.slice(1), rooms).isPossible).toBe(true);
  });

  it('never moves what is fixed, and never puts two classes into one room, teacher or course at once', () => {
    const entry = fc.record({
      course: fc.nat(3),
      teacher: fc.option(fc.nat(2)),
      room: fc.option(fc.constantFrom('a', 'b')),
      day: fc.integer({ min: 1, max: 6 }),
      start: fc.integer({ min: 28, max: 76 }).map((quarter) => quarter * 15),
      length: fc.constantFrom(45, 60, 90),
      isLocked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (given) => {
        const draft = given.map((each, index) =>
          row(`${index}`, {
            course_id: `c${each.course}`,
            faculty_id: each.teacher === null ? null : `t${each.teacher}`,
            room_id: each.room,
            day_of_week: each.day,
            start_minute: each.start,
            end_minute: each.start + each.length,
            is_locked: each.isLocked,
          }),
        );
        const { after, check } = propose({ draft }, 10);
        for (const [index, each] of after.entries()) if (each.is_locked) expect(each).toEqual(draft[index]);
        // What the checker calls free of violations is free of conflicts but for those between fixed classes.
        const fixed = new Set(draft.filter(isFixed).map(({ entry_id }) => entry_id));
        const found = conflictsOf(after).filter(({ entryIds }) => !entryIds.every((id) => fixed.has(id)));
        if (check.violations === 0) expect(found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
