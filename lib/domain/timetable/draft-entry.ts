import type { WrittenEntry } from '@/lib/contracts/http/plan';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import type { EntryRow } from './entry-row';
import { conflictView } from './plan-conflicts';
import { planEntryOf, readPlanRows } from './plan-rows';
import { conflictsOf } from './preview-entry';
import type { TimetableRow } from './take-timetable';
import { tellConflicts } from './tell-conflicts';

/** @throws {DomainProblem} `resource.not_found` */
export async function takeDraft(tx: SqlTx, timetable: TimetableRow, entryId: string): Promise<EntryRow> {
  const rows = await readPlanRows(tx, timetable.id, 'draft');
  const row = rows.find((each) => each.entry_id === entryId);
  if (!row) throw new DomainProblem('resource.not_found');
  return row;
}

/** An entry as it stands in a draft. */
export async function viewDraft(sql: SqlTx, timetable: TimetableRow, row: EntryRow): Promise<WrittenEntry> {
  const found = await conflictsOf(sql, timetable, row);
  return { entry: planEntryOf(row), conflicts: found.map((each) => conflictView(each, timetable.id)) };
}

/** What was just written; what that brings about is told. */
export async function written(
  tx: EventfulTx,
  timetable: TimetableRow,
  { row, actor, isPlaced }: { row: EntryRow; actor: SignedIn; isPlaced: boolean },
): Promise<WrittenEntry> {
  const found = await conflictsOf(tx, timetable, row);
  // A lock brings no conflict about: those that were there have been told.
  if (isPlaced) tellConflicts(tx, timetable, { found, actorId: actor.userId });
  return { entry: planEntryOf(row), conflicts: found.map((each) => conflictView(each, timetable.id)) };
}

/** Of a whole row, in the order of its columns but for the state. */
export const valuesOf = (row: EntryRow) => [
  row.entry_id,
  row.timetable_id,
  row.course_id,
  row.faculty_id,
  row.room_id,
  row.entry_type,
  row.day_of_week,
  row.start_minute,
  row.end_minute,
  row.weeks,
  row.starts_on,
  row.ends_on,
  row.is_locked,
  row.version,
];
