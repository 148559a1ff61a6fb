import type { Placement, ProposalInstance } from '../timetable-proposal/instance';
import type { EntryRow } from './entry-row';
import { gridOf, periodOf, periodsDuring, placeOfPeriod, type WeekGrid } from './week-grid';

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
}

/** A draft as a problem for the scheduler, and the way back. */
export interface DraftProblem {
  readonly instance: ProposalInstance;
  /** What stays where it is, and the rooms that are taken. */
  readonly locked: readonly Placement[];
  /** Whether there is a place for each lecture at all. */
  readonly isPossible: boolean;
  readonly movesOf: (placements: readonly Placement[]) => ProposedMove[];
}

/** Where a class would lie that lies elsewhere now. */
export interface ProposedMove {
  readonly entryId: string;
  readonly roomId: string;
  readonly dayOfWeek: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** A class with dates of its own was set for those days, so it stays as if it were locked. */
export const isFixed = (row: EntryRow): boolean =>
  row.is_locked || row.starts_on !== null || row.ends_on !== null;

/**
 * Classes of one course and teacher are a course of the problem. A fixed class that fits the grid is a lecture that is
 * locked; any other, and what other timetables have published, takes its room, its teacher and its students for as long as
 * it lasts. Weeks A and B count as every week.
 */
export function draftProblem({ draft, others, rooms, students, courseSets }: ProposalInput): DraftProblem {
  const grid = gridOf(draft.filter((row) => !isFixed(row)));
  const roomIndex = new Map(rooms.map(({ id }, index) => [id, index]));
  const taken = new Map<string, Placement>();
  const groups = new Map<string, EntryRow[]>();
  const obstacles = [...others];
  const groupIndex = (row: EntryRow) => [...groups.keys()].indexOf(groupKey(row));
  for (const row of draft) {
    const [period, room] = [periodOf(grid, row), roomIndex.get(row.room_id ?? '')];
    if (isFixed(row) && (period === null || room === undefined || taken.has(`${room} ${period}`))) {
      obstacles.push(row);
      continue;
    }
    const group = groups.get(groupKey(row));
    if (group) group.push(row);
    else groups.set(groupKey(row), [row]);
    if (isFixed(row) && period !== null && room !== undefined)
      taken.set(`${room} ${period}`, { course: groupIndex(row), room, period });
  }
  const own = [...groups.values()];
  const isBlocked = rooms.map(() => 0);
  for (const row of obstacles) {
    const room = roomIndex.get(row.room_id ?? '');
    if (room === undefined) continue;
    for (const period of periodsDuring(grid, row)) {
      if (taken.has(`${room} ${period}`)) continue;
      taken.set(`${room} ${period}`, { course: own.length + room, room, period });
      isBlocked[room] = (isBlocked[room] ?? 0) + 1;
    }
  }
  const locked = [...taken.values()];
  const instance: ProposalInstance = {
    name: 'draft',
    days: grid.days.length,
    periodsPerDay: grid.starts.length,
    courses: [
      ...own.map((rows) => {
        const courseId = rows[0]?.course_id ?? '';
        const lectures = rows.length;
        return {
          id: courseId,
          teacher: rows[0]?.faculty_id ?? `nobody for ${courseId}`,
          lectures,
          minimumDays: Math.min(lectures, grid.days.length),
          students: students.get(courseId) ?? 0,
        };
      }),
      // What others hold in a room is a course of that room alone, which nobody has to visit.
      ...rooms.map(({ id }, room) => ({
        id: `taken ${id}`,
        teacher: `taken ${id}`,
        lectures: isBlocked[room] ?? 0,
        minimumDays: 0,
        students: 0,
      })),
    ],
    rooms: rooms.map(({ id, capacity }) => ({ id, capacity })),
    curricula: curriculaOf(own, courseSets),
    unavailable: unavailableOf(grid, { own, obstacles, courseSets }),
  };
  const lectures = instance.courses.reduce((sum, course) => sum + course.lectures, 0);
  return {
    instance,
    locked,
    isPossible: lectures <= grid.days.length * grid.starts.length * rooms.length,
    movesOf: (placements) =>
      own.flatMap((rows, course) =>
        movesOfGroup(
          rows,
          placements
            .filter((each) => each.course === course)
            .flatMap(({ room, period }) => {
              const [place, roomId] = [placeOfPeriod(grid, period), rooms[room]?.id];
              return place && roomId !== undefined ? { ...place, roomId } : [];
            }),
        ),
      ),
  };
}

const groupKey = ({ course_id, faculty_id }: EntryRow) => `${course_id} ${faculty_id ?? ''}`;

/** The sets of courses that students have, without those that are part of another; and each course's own classes. */
function curriculaOf(
  own: readonly (readonly EntryRow[])[],
  courseSets: ProposalInput['courseSets'],
): ProposalInstance['curricula'] {
  const groupsOf = new Map<string, number[]>();
  for (const [index, [row]] of own.entries())
    if (row) groupsOf.set(row.course_id, [...(groupsOf.get(row.course_id) ?? []), index]);
  const sets = [...courseSets, ...[...groupsOf.keys()].map((id) => [id])]
    .map((courseIds) => courseIds.flatMap((id) => groupsOf.get(id) ?? []))
    .filter((courses) => courses.length > 1)
    .sort((a, b) => b.length - a.length);
  const kept: Set<number>[] = [];
  for (const courses of sets)
    if (!kept.some((larger) => courses.every((course) => larger.has(course)))) kept.push(new Set(courses));
  return kept.map((courses, index) => ({ id: `students ${index}`, courses: [...courses] }));
}

/** When the teacher or the students of a course are in a class that does not move. */
function unavailableOf(
  grid: WeekGrid,
  {
    own,
    obstacles,
    courseSets,
  }: {
    own: readonly (readonly EntryRow[])[];
    obstacles: readonly EntryRow[];
    courseSets: ProposalInput['courseSets'];
  },
): ProposalInstance['unavailable'] {
  const shared = new Map<string, Set<string>>();
  for (const courseIds of courseSets)
    for (const id of courseIds) {
      const known = shared.get(id);
      if (known) for (const other of courseIds) known.add(other);
      else shared.set(id, new Set(courseIds));
    }
  return own.flatMap((rows, index) => {
    const [{ course_id = '', faculty_id = null } = {}] = rows;
    const busy = obstacles.filter(
      (each) =>
        each.course_id === course_id ||
        (faculty_id !== null && each.faculty_id === faculty_id) ||
        shared.get(course_id)?.has(each.course_id),
    );
    const periods = new Set(busy.flatMap((row) => periodsDuring(grid, row)));
    return [...periods].map((period) => [index, period] as const);
  });
}

interface Place {
  readonly day_of_week: number;
  readonly start_minute: number;
  readonly roomId: string;
}

/** Classes of one course are alike: those that lie right already stay, the others take what is left in the week's order. */
function movesOfGroup(rows: readonly EntryRow[], places: readonly Place[]): ProposedMove[] {
  const isAt = (row: EntryRow, place: Place) =>
    row.room_id === place.roomId &&
    row.day_of_week === place.day_of_week &&
    row.start_minute === place.start_minute;
  const left = [...places].sort((a, b) => a.day_of_week - b.day_of_week || a.start_minute - b.start_minute);
  const take = (row: EntryRow) => {
    const index = left.findIndex((place) => isAt(row, place));
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const fixedFirst = [...rows].sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)));
  const moving = fixedFirst.filter((row) => take(row) === undefined);
  return moving.flatMap((row, index) => {
    const place = left[index];
    if (!place || isFixed(row)) return [];
    return {
      entryId: row.entry_id,
      roomId: place.roomId,
      dayOfWeek: place.day_of_week,
      startMinute: place.start_minute,
      endMinute: place.start_minute + row.end_minute - row.start_minute,
    };
  });
}
