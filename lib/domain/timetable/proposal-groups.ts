import type { Placement } from '../timetable-proposal/instance';
import type { EntryRow } from './entry-row';
import { lecturesMissing, type TeachingNeed } from './teaching-need';
import { periodOf, periodsDuring, usualLength, type WeekGrid } from './week-grid';

/** A class with dates of its own was set for those days, so it stays as if it were locked. */
export const isFixed = (row: EntryRow): boolean =>
  row.is_locked || row.starts_on !== null || row.ends_on !== null;

/** Classes of one course and teacher: those of the draft, and how many are to come. */
export interface ProposalGroup {
  readonly courseId: string;
  readonly facultyId: string | null;
  readonly rows: readonly EntryRow[];
  readonly toCome: number;
  /** Minutes, of each that is to come. */
  readonly length: number;
}

export function groupsOf(draft: readonly EntryRow[], needs: readonly TeachingNeed[]): ProposalGroup[] {
  const keyOf = (courseId: string, facultyId: string | null) => `${courseId} ${facultyId ?? ''}`;
  const groups = new Map<string, ProposalGroup>();
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
export function lockFixed(
  grid: WeekGrid,
  given: {
    readonly groups: readonly ProposalGroup[];
    readonly others: readonly EntryRow[];
    readonly rooms: readonly { readonly id: string }[];
  },
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
