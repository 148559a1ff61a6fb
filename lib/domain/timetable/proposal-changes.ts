import type { EntryRow } from './entry-row';
import { isFixed, type ProposalGroup } from './proposal-groups';

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

interface Place {
  readonly day_of_week: number;
  readonly start_minute: number;
  readonly roomId: string;
}

/**
 * Classes of one course are alike: those that lie right already stay, the others take what is left in the week's order, and
 * those to come the rest.
 */
export function changesOfGroup(group: ProposalGroup, places: readonly Place[]): ProposedChanges {
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
