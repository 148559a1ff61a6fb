import { overlaps, type Slot, weekdayOf } from './overlap';
import type { UnavailablePart } from './teaching-need';

/** A class as the search for conflicts sees it. */
export interface PlannedClass {
  readonly entryId: string;
  readonly courseId: string;
  readonly facultyId: string | null;
  readonly roomId: string | null;
  readonly slot: Slot;
}

export interface ConflictSurroundings {
  /** Seats by room. */
  readonly seats: ReadonlyMap<string, number>;
  /** Who needs a seat, by course. */
  readonly students: ReadonlyMap<string, number>;
  /** How many students two courses have in common, by both of them; courses without common students are left out. */
  readonly common: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** When courses cannot be taught. */
  readonly unavailable: readonly UnavailablePart[];
}

export type Conflict =
  | { readonly kind: 'room' | 'faculty'; readonly entryIds: readonly [string, string]; readonly who: string }
  | { readonly kind: 'unavailable'; readonly entryIds: readonly [string] }
  | { readonly kind: 'students'; readonly entryIds: readonly [string, string]; readonly students: number }
  | {
      readonly kind: 'capacity';
      readonly entryIds: readonly [string];
      readonly students: number;
      readonly seats: number;
    };

/**
 * Every pair of classes that need the same room, teacher or students at the same moment, every class with more students than
 * seats, and every class at a time when its course cannot be taught. Each is told once for each reason.
 */
export function findConflicts(
  classes: readonly PlannedClass[],
  surroundings: ConflictSurroundings,
): Conflict[] {
  return [
    ...findShared(classes, 'room', ({ roomId }) => roomId),
    ...findShared(classes, 'faculty', ({ facultyId }) => facultyId),
    ...findStudents(classes, surroundings.common),
    ...findTooSmall(classes, surroundings),
    ...findUnavailable(classes, surroundings.unavailable),
  ];
}

function* findShared(
  classes: readonly PlannedClass[],
  kind: 'room' | 'faculty',
  key: (planned: PlannedClass) => string | null,
): Generator<Conflict> {
  for (const [who, own] of groupBy(classes, key)) {
    for (const [a, b] of overlappingPairs(own)) yield { kind, entryIds: [a.entryId, b.entryId], who };
  }
}

function* findStudents(
  classes: readonly PlannedClass[],
  common: ConflictSurroundings['common'],
): Generator<Conflict> {
  const byCourse = groupBy(classes, ({ courseId }) => courseId);
  for (const [courseId, own] of byCourse) {
    const students = common.get(courseId)?.get(courseId) ?? 1;
    for (const [a, b] of overlappingPairs(own))
      yield { kind: 'students', entryIds: [a.entryId, b.entryId], students };
    for (const [otherId, shared] of common.get(courseId) ?? []) {
      // Each pair of courses once.
      if (otherId <= courseId) continue;
      for (const a of own)
        for (const b of byCourse.get(otherId) ?? [])
          if (overlaps(a.slot, b.slot))
            yield { kind: 'students', entryIds: [a.entryId, b.entryId], students: shared };
    }
  }
}

function* findTooSmall(
  classes: readonly PlannedClass[],
  { seats, students }: ConflictSurroundings,
): Generator<Conflict> {
  for (const { entryId, roomId, courseId } of classes) {
    const offered = roomId === null ? undefined : seats.get(roomId);
    const needed = students.get(courseId) ?? 0;
    if (offered !== undefined && needed > offered)
      yield { kind: 'capacity', entryIds: [entryId], students: needed, seats: offered };
  }
}

function* findUnavailable(
  classes: readonly PlannedClass[],
  parts: ConflictSurroundings['unavailable'],
): Generator<Conflict> {
  const byCourse = new Map<string, UnavailablePart[]>();
  for (const part of parts) byCourse.set(part.course_id, [...(byCourse.get(part.course_id) ?? []), part]);
  for (const { entryId, courseId, slot } of classes) {
    const isIn = ({ day_of_week, start_minute, end_minute }: UnavailablePart) =>
      day_of_week === weekdayOf(slot.firstDay) &&
      start_minute < slot.endMinute &&
      slot.startMinute < end_minute;
    if (byCourse.get(courseId)?.some(isIn)) yield { kind: 'unavailable', entryIds: [entryId] };
  }
}

/** In the order of the start: a class meets only those that begin before it ends. */
function* overlappingPairs(classes: readonly PlannedClass[]): Generator<[PlannedClass, PlannedClass]> {
  if (classes.length < 2) return;
  const sorted = [...classes].sort((a, b) => a.slot.startMinute - b.slot.startMinute);
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (!b || b.slot.startMinute >= a.slot.endMinute) break;
      if (overlaps(a.slot, b.slot)) yield [a, b];
    }
  }
}

function groupBy(
  classes: readonly PlannedClass[],
  key: (planned: PlannedClass) => string | null,
): Map<string, PlannedClass[]> {
  const groups = new Map<string, PlannedClass[]>();
  for (const planned of classes) {
    const name = key(planned);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(planned);
    else groups.set(name, [planned]);
  }
  return groups;
}
