import type { Placement, ProposalInstance } from '../timetable-proposal/instance';
import type { EntryRow } from './entry-row';
import { lecturesMissing, type TeachingNeed, type UnavailablePart } from './teaching-need';
import { gridOf, periodOf, periodsDuring, placeOfPeriod, usualLength, type WeekGrid } from './week-grid';

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

export interface ProposedChanges {
  readonly moves: readonly ProposedMove[];
  /** Lectures that courses need and the draft does not have. */
  readonly additions: readonly ProposedClass[];
}

interface ProposedPlace {
  readonly roomId: string;
  readonly dayOfWeek: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Where a class would lie that lies elsewhere now. */
export interface ProposedMove extends ProposedPlace {
  readonly entryId: string;
}

export interface ProposedClass extends ProposedPlace {
  readonly courseId: string;
  readonly facultyId: string | null;
}

/** A class with dates of its own was set for those days, so it stays as if it were locked. */
export const isFixed = (row: EntryRow): boolean =>
  row.is_locked || row.starts_on !== null || row.ends_on !== null;

/** Classes of one course and teacher: those of the draft, and how many are to come. */
interface Group {
  readonly courseId: string;
  readonly facultyId: string | null;
  readonly rows: readonly EntryRow[];
  readonly toCome: number;
  /** Minutes, of each that is to come. */
  readonly length: number;
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

function groupsOf(draft: readonly EntryRow[], needs: readonly TeachingNeed[]): Group[] {
  const keyOf = (courseId: string, facultyId: string | null) => `${courseId} ${facultyId ?? ''}`;
  const groups = new Map<string, Group>();
  for (const row of draft) {
    const { course_id: courseId, faculty_id: facultyId } = row;
    const known = groups.get(keyOf(courseId, facultyId));
    const rows = [...(known?.rows ?? []), row];
    groups.set(keyOf(courseId, facultyId), { courseId, facultyId, rows, toCome: 0, length: 0 });
  }
  for (const { need, missing: toCome } of lecturesMissing(needs, draft)) {
    const { course_id: courseId, faculty_id: facultyId } = need;
    const alike = draft.filter((row) => row.course_id === courseId);
    const rows = groups.get(keyOf(courseId, facultyId))?.rows ?? [];
    const length = usualLength(alike.length > 0 ? alike : draft);
    groups.set(keyOf(courseId, facultyId), { courseId, facultyId, rows, toCome, length });
  }
  return [...groups.values()];
}

/** What stays: fixed classes that fit the grid, and the rooms that the others take for as long as they last. */
function lockFixed(
  grid: WeekGrid,
  given: { groups: readonly Group[] } & Pick<ProposalInput, 'others' | 'rooms'>,
) {
  const roomIndex = new Map(given.rooms.map(({ id }, index) => [id, index]));
  const taken = new Map<string, Placement>();
  const obstacles = [...given.others];
  const stay = (row: EntryRow, course: number): boolean => {
    if (!isFixed(row)) return true;
    const [period, room] = [periodOf(grid, row), roomIndex.get(row.room_id ?? '')];
    if (period === null || room === undefined || taken.has(`${room} ${period}`)) {
      obstacles.push(row);
      return false;
    }
    taken.set(`${room} ${period}`, { course, room, period });
    return true;
  };
  const groups = given.groups.map((group, course) => ({
    ...group,
    rows: group.rows.filter((row) => stay(row, course)),
  }));
  const blocked = given.rooms.map(() => 0);
  for (const row of obstacles) {
    const room = roomIndex.get(row.room_id ?? '');
    if (room === undefined) continue;
    for (const period of periodsDuring(grid, row)) {
      if (taken.has(`${room} ${period}`)) continue;
      taken.set(`${room} ${period}`, { course: groups.length + room, room, period });
      blocked[room] = (blocked[room] ?? 0) + 1;
    }
  }
  return { groups, locked: [...taken.values()], obstacles, blocked };
}

/** The sets of courses that students have, without those that are part of another; and each course's own classes. */
function curriculaOf(
  groups: readonly Group[],
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
  given: { groups: readonly Group[]; obstacles: readonly EntryRow[] } & Pick<
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

interface Place {
  readonly day_of_week: number;
  readonly start_minute: number;
  readonly roomId: string;
}

/**
 * Classes of one course are alike: those that lie right already stay, the others take what is left in the week's order, and
 * those to come the rest.
 */
function changesOfGroup(group: Group, places: readonly Place[]): ProposedChanges {
  const isAt = (row: EntryRow, place: Place) =>
    row.room_id === place.roomId &&
    row.day_of_week === place.day_of_week &&
    row.start_minute === place.start_minute;
  const left = [...places].sort((a, b) => a.day_of_week - b.day_of_week || a.start_minute - b.start_minute);
  const take = (row: EntryRow) => {
    const index = left.findIndex((place) => isAt(row, place));
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const fixedFirst = [...group.rows].sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)));
  const moving = fixedFirst.filter((row) => take(row) === undefined);
  const { courseId, facultyId } = group;
  return {
    moves: moving.flatMap((row, index) => {
      const place = left[index];
      if (!place || isFixed(row)) return [];
      return { entryId: row.entry_id, ...spanAt(place, row.end_minute - row.start_minute) };
    }),
    additions: left
      .slice(moving.length)
      .map((place) => ({ courseId, facultyId, ...spanAt(place, group.length) })),
  };
}

const spanAt = (place: Place, length: number): ProposedPlace => ({
  roomId: place.roomId,
  dayOfWeek: place.day_of_week,
  startMinute: place.start_minute,
  endMinute: place.start_minute + length,
});
