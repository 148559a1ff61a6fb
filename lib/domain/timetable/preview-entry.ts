import { v7 as uuidv7 } from 'uuid';
import type { ConflictPreview } from '@/lib/contracts/http/plan';
import type { PreviewEntry } from '@/lib/contracts/http/plan-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EntryRow } from './entry-row';
import { conflictView, type FoundConflict, findPlanConflicts } from './plan-conflicts';
import { readPlanRows, rowOfEntry } from './plan-rows';
import { findTimetable, type TimetableRow } from './take-timetable';

/** The conflicts an entry would be in; nothing is written. @throws {DomainProblem} as `addEntry` */
export async function previewEntry(
  sql: SqlTx,
  timetableId: string,
  { entry_id, entry }: PreviewEntry,
): Promise<ConflictPreview> {
  const timetable = await findTimetable(sql, timetableId);
  const row = await rowOfEntry(sql, timetable, { entryId: entry_id ?? uuidv7(), version: 1, entry });
  const found = await conflictsOf(sql, timetable, row);
  return { conflicts: found.map((each) => conflictView(each, timetableId)) };
}

/** What an entry of a draft is in conflict with, there already or not. */
export async function conflictsOf(
  sql: SqlTx,
  timetable: TimetableRow,
  row: EntryRow,
): Promise<FoundConflict[]> {
  const draft = await readPlanRows(sql, timetable.id, 'draft');
  const others = draft.filter(({ entry_id }) => entry_id !== row.entry_id);
  return findPlanConflicts(sql, timetable, [...others, row], row.entry_id);
}
