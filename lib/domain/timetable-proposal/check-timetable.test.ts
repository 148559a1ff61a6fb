import { describe, expect, it } from 'vitest';
import { checkTimetable } from './check-timetable';
import type { Placement, ProposalInstance } from './instance';
import { readSolution, writeSolution } from './solution-text';

/** Two days of three periods, two rooms; A and B share a curriculum, B and C a teacher. */
const instance: ProposalInstance = {
  name: 'Toy',
  days: 2,
  periodsPerDay: 3,
  courses: [
    { id: 'A', teacher: 'x', lectures: 2, minimumDays: 2, students: 30 },
    { id: 'B', teacher: 'y', lectures: 1, minimumDays: 1, students: 10 },
    { id: 'C', teacher: 'y', lectures: 1, minimumDays: 1, students: 10 },
  ],
  rooms: [
    { id: 'large', capacity: 30 },
    { id: 'small', capacity: 12 },
  ],
  curricula: [{ id: 'q', courses: [0, 1] }],
  unavailable: [[0, 5]],
};
const good = ['A large 0 0', 'A large 1 0', 'B large 0 1', 'C small 0 2'];
const check = (lines: readonly string[]) =>
  checkTimetable(instance, readSolution(instance, lines.join('\n')));

describe('a timetable is judged', () => {
  it('by the definitions: one lecture alone on the second day', () => {
    expect(check(good)).toMatchObject({
      violations: 0,
      penalty: 2,
      soft: { roomCapacity: 0, minimumWorkingDays: 0, isolatedLectures: 2, roomStability: 0 },
    });
  });

  it.each<[string, string[], object]>([
    ['a lecture is missing', good.slice(1), { hard: { lectures: 1 } }],
    ['a course has two at once', ['A large 0 0', 'A small 0 0', ...good.slice(2)], { hard: { lectures: 1 } }],
    [
      'a room has two at once',
      [...good.slice(0, 3), 'C large 0 1'],
      { hard: { roomOccupancy: 1, conflicts: 1 } },
    ],
    [
      'a curriculum has two at once',
      [...good.slice(0, 2), 'B small 0 0', 'C small 0 2'],
      { hard: { conflicts: 1 } },
    ],
    ['a teacher cannot', ['A large 0 0', 'A large 1 2', ...good.slice(2)], { hard: { availability: 1 } }],
    ['18 have no seat', ['A small 0 0', ...good.slice(1)], { soft: { roomCapacity: 18, roomStability: 1 } }],
    [
      'it is all on one day',
      ['A large 0 0', 'A large 0 2', ...good.slice(2)],
      { soft: { minimumWorkingDays: 5 } },
    ],
    [
      'a day’s end is no neighbour of the next day',
      ['A large 0 2', 'A large 1 0', 'B large 1 1', 'C small 0 0'],
      { soft: { isolatedLectures: 2 } },
    ],
  ])('when %s', (_what, lines, expected) => {
    expect(check(lines)).toMatchObject(expected);
  });

  it('is written and read as the competition writes it', () => {
    const placements: Placement[] = [{ course: 0, room: 1, period: 4 }];
    expect(writeSolution(instance, placements)).toBe('A small 1 1\n');
    expect(readSolution(instance, 'A small 1 1\n')).toEqual(placements);
    expect(() => readSolution(instance, 'A large 0 0\nA small 0 3\n')).toThrow('line 2: "A small 0 3"');
  });
});
