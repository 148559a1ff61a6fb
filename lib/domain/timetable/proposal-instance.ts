import type { Placement, ProposalInstance } from '../timetable-proposal/instance';
import type { EntryRow } from './entry-row';
import { changesOfGroup, type ProposedChanges } from './proposal-changes';
import { groupsOf, isFixed, lockFixed, type ProposalGroup } from './proposal-groups';
import type { TeachingNeed, UnavailablePart } from './teaching-need';
import { gridOf, periodsDuring, placeOfPeriod, type WeekGrid } from './week-grid';

/** What a proposal for a draft has to know. */
export interface ProposalInput {
  readonly draft: readonly EntryRow[];
  /** What other timetables have published at that time of the year. */
  readonly others: readonly EntryRow[];
  readonly rooms: readonly { readonly id: string; readonly capacity: number }[];
  /** Seats needed, by course. */
  readonly students: ReadonlyMap<string, number>;
  /** The courses that one student has, each set once. */
  readonly courseSets: readonly (readonly string[])[];
  readonly needs: readonly TeachingNeed[];
  readonly unavailable: readonly UnavailablePart[];
}

/** A draft as a problem for the scheduler, and the way back. */
export interface DraftProblem {
  readonly instance: ProposalInstance;
  /** What stays where it is, and the rooms that are taken. */
  readonly locked: readonly Placement[];
  /** Whether there is a place for each lecture at all. */
  readonly isPossible: boolean;
  readonly changesOf: (placements: readonly Placement[]) => ProposedChanges;
}

/**
 * Classes of one course and teacher are a course of the problem; so are the lectures that a course needs beyond those it
 * has. A fixed class that fits the grid is a lecture that is locked; any other, and what other timetables have published,
 * takes its room, its teacher and its students for as long as it lasts. Weeks A and B count as every week.
 */
export function draftProblem(input: ProposalInput): DraftProblem {
  const { draft, others, rooms, students, courseSets, needs, unavailable } = input;
  const all = groupsOf(draft, needs);
  const grid = gridOf(
    draft.filter((row) => !isFixed(row)),
    all.flatMap(({ toCome, length }) => (toCome > 0 ? length : [])),
  );
  const { groups, locked, obstacles, blocked } = lockFixed(grid, { groups: all, others, rooms });
  const minimumDays = new Map(needs.map(({ course_id, minimum_days }) => [course_id, minimum_days]));
  const instance: ProposalInstance = {
    name: 'draft',
    days: grid.days.length,
    periodsPerDay: grid.starts.length,
    courses: [
      ...groups.map(({ courseId, facultyId, rows, toCome }) => {
        const lectures = rows.length + toCome;
        return {
          id: courseId,
          teacher: facultyId ?? `nobody for ${courseId}`,
          lectures,
          minimumDays: Math.min(minimumDays.get(courseId) ?? lectures, lectures, grid.days.length),
          students: students.get(courseId) ?? 0,
        };
      }),
      // What others hold in a room is a course of that room alone, which nobody has to visit.
      ...rooms.map(({ id }, room) => ({
        id: `taken ${id}`,
        teacher: `taken ${id}`,
        lectures: blocked[room] ?? 0,
        minimumDays: 0,
        students: 0,
      })),
    ],
    rooms: rooms.map(({ id, capacity }) => ({ id, capacity })),
    curricula: curriculaOf(groups, courseSets),
    unavailable: unavailableOf(grid, { groups, obstacles, courseSets, unavailable }),
  };
  const lectures = instance.courses.reduce((sum, course) => sum + course.lectures, 0);
  return {
    instance,
    locked,
    isPossible: lectures <= grid.days.length * grid.starts.length * rooms.length,
    changesOf(placements) {
      const changes = groups.map((group, course) =>
        changesOfGroup(
          group,
          placements
            .filter((each) => each.course === course)
            .flatMap(({ room, period }) => {
              const [place, roomId] = [placeOfPeriod(grid, period), rooms[room]?.id];
              return place && roomId !== undefined ? { ...place, roomId } : [];
            }),
        ),
      );
      return {
        moves: changes.flatMap(({ moves }) => moves),
        additions: changes.flatMap(({ additions }) => additions),
      };
    },
  };
}

/** The sets of courses that students have, without those that are part of another; and each course's own classes. */
function curriculaOf(
  groups: readonly ProposalGroup[],
  courseSets: ProposalInput['courseSets'],
): ProposalInstance['curricula'] {
  const indices = new Map<string, number[]>();
  for (const [index, { courseId }] of groups.entries())
    indices.set(courseId, [...(indices.get(courseId) ?? []), index]);
  const sets = [...courseSets, ...[...indices.keys()].map((id) => [id])]
    .map((courseIds) => courseIds.flatMap((id) => indices.get(id) ?? []))
    .filter((courses) => courses.length > 1)
    .sort((a, b) => b.length - a.length);
  const kept: Set<number>[] = [];
  for (const courses of sets)
    if (!kept.some((larger) => courses.every((course) => larger.has(course)))) kept.push(new Set(courses));
  return kept.map((courses, index) => ({ id: `students ${index}`, courses: [...courses] }));
}

/** When a course cannot be taught, or its teacher or its students are in a class that does not move. */
function unavailableOf(
  grid: WeekGrid,
  given: { groups: readonly ProposalGroup[]; obstacles: readonly EntryRow[] } & Pick<
    ProposalInput,
    'courseSets' | 'unavailable'
  >,
): ProposalInstance['unavailable'] {
  const shared = new Map<string, Set<string>>();
  for (const courseIds of given.courseSets)
    for (const id of courseIds) {
      const known = shared.get(id);
      if (known) for (const other of courseIds) known.add(other);
      else shared.set(id, new Set(courseIds));
    }
  return given.groups.flatMap(({ courseId, facultyId }, index) => {
    const said = given.unavailable.filter(({ course_id }) => course_id === courseId);
    const busy = given.obstacles.filter(
      (each) =>
        each.course_id === courseId ||
        (facultyId !== null && each.faculty_id === facultyId) ||
        shared.get(courseId)?.has(each.course_id),
    );
    const periods = new Set([...said, ...busy].flatMap((part) => periodsDuring(grid, part)));
    return [...periods].map((period) => [index, period] as const);
  });
}
