import { v7 as uuidv7 } from 'uuid';
import type { AcceptedProposal } from '@/lib/contracts/http/timetable-proposal';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { valuesOf } from './draft-entry';
import { entryPayload, timetablePayload } from './entry-payload';
import { type EntryRow, slotOfRow } from './entry-row';
import { affectedBy, changesOf } from './entry-values';
import type { Proposals } from './keep-proposals';
import { findPlanConflicts } from './plan-conflicts';
import { readPlanRows } from './plan-rows';
import type { ProposedClass, ProposedMove } from './proposal-changes';
import { raiseVersion, type TimetableRow, takeTimetable } from './take-timetable';
import { tellConflicts } from './tell-conflicts';
import { UPDATE_DRAFT } from './update-draft';

/**
 * Moves the classes of a draft to where its proposal has them, and adds those that it has in addition; all or none.
 * @throws {DomainProblem} `resource.not_found` without a proposal that has ended; `precondition.failed` when the draft, or a
 * room of the proposal, is another than when it began
 */
export async function acceptProposal(
  unitOfWork: UnitOfWork,
  proposals: Proposals,
  request: { actor: SignedIn; correlationId: string; timetableId: string; ifMatch: number },
): Promise<AcceptedProposal> {
  const { timetableId, actor } = request;
  const accepted = await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetable(tx, timetableId);
    const kept = proposals.find(timetableId);
    if (!kept?.best || kept.status === 'running' || kept.status === 'failed')
      throw new DomainProblem('resource.not_found');
    if (timetable.version !== request.ifMatch || timetable.version !== kept.version)
      throw new DomainProblem('precondition.failed');
    const draft = await readPlanRows(tx, timetableId, 'draft');
    const { moves, additions } = kept.problem.changesOf(kept.best);
    const codes = await lockRooms(tx, [...moves, ...additions]);
    const moved = await moveRows(tx, draft, { moves, codes });
    const added = await addRows(tx, timetableId, additions);
    const isAnother = moved.length + added.length > 0;
    if (isAnother) {
      await raiseVersion(tx, timetableId);
      await publishChanges(tx, timetable, { moved, added, actor });
    }
    const version = timetable.version + Number(isAnother);
    return { kept, view: { version, moved: moved.length, added: added.length } };
  });
  proposals.forget(accepted.kept);
  return accepted.view;
}

interface MovedRow {
  readonly before: EntryRow;
  readonly after: EntryRow;
}

async function moveRows(
  tx: SqlTx,
  draft: readonly EntryRow[],
  { moves, codes }: { moves: readonly ProposedMove[]; codes: ReadonlyMap<string, string> },
): Promise<MovedRow[]> {
  const byId = new Map(draft.map((row) => [row.entry_id, row]));
  const moved = moves.map(({ entryId, roomId, dayOfWeek, startMinute, endMinute }) => {
    const [before, code] = [byId.get(entryId), codes.get(roomId)];
    if (!before || code === undefined) throw new DomainProblem('precondition.failed');
    const after: EntryRow = {
      ...before,
      room_id: roomId,
      room_code: code,
      day_of_week: dayOfWeek,
      start_minute: startMinute,
      end_minute: endMinute,
      version: before.version + 1,
    };
    requireDays(after);
    return { before, after };
  });
  for (const { after } of moved) await tx.query(UPDATE_DRAFT, valuesOf(after));
  return moved;
}

async function addRows(
  tx: SqlTx,
  timetableId: string,
  additions: readonly ProposedClass[],
): Promise<EntryRow[]> {
  const given = additions.map((each) => ({ id: uuidv7(), ...each }));
  // A course that has been deleted since gets no class; a teacher who has left does not teach it.
  const { rowCount } = await tx.query(ADD, [timetableId, JSON.stringify(given)]);
  if (rowCount !== additions.length) throw new DomainProblem('precondition.failed');
  const ids = new Set(given.map(({ id }) => id));
  const added = (await readPlanRows(tx, timetableId, 'draft')).filter(({ entry_id }) => ids.has(entry_id));
  for (const row of added) requireDays(row);
  return added;
}

/** In a term of a few days not every day of the week has a date. */
function requireDays(row: EntryRow): void {
  if (slotOfRow(row) === null) throw new DomainProblem('timetable.no_place');
}

/** The codes of those that are still there, by their id. */
async function lockRooms(
  tx: SqlTx,
  places: readonly { roomId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; code: string }>(
    'SELECT id, code FROM room WHERE id = ANY ($1::uuid[]) FOR SHARE',
    [places.map(({ roomId }) => roomId)],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

async function publishChanges(
  tx: EventfulTx,
  timetable: TimetableRow,
  { moved, added, actor }: { moved: readonly MovedRow[]; added: readonly EntryRow[]; actor: SignedIn },
): Promise<void> {
  const whose = await timetablePayload(tx, timetable.id);
  const now = new Date().toISOString();
  for (const { before, after } of moved)
    tx.publish('ENTRY_MODIFIED', {
      ...whose,
      is_published: false,
      entry: entryPayload(after),
      changes: changesOf(before, after),
      ...affectedBy(before, after),
      reason: '',
      effective_from: null,
      modified_by: actor.userId,
      modified_at: now,
    });
  for (const row of added)
    tx.publish('ENTRY_ADDED', {
      ...whose,
      is_published: false,
      entry: entryPayload(row),
      added_by: actor.userId,
      added_at: now,
    });
  const ids = new Set([...moved.map(({ after }) => after), ...added].map(({ entry_id }) => entry_id));
  const found = await findPlanConflicts(tx, timetable, await readPlanRows(tx, timetable.id, 'draft'));
  // Those that the moved and the new classes are in; the others have been told.
  const own = found.filter(({ conflict }) => conflict.entryIds.some((id) => ids.has(id)));
  tellConflicts(tx, timetable, { found: own, actorId: actor.userId });
}

const ADD = `
  INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, day_of_week, start_minute,
    end_minute)
  SELECT given.id, 'draft', $1, course.id, teacher.id, room.id, "dayOfWeek", "startMinute", "endMinute"
  FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, "courseId" uuid, "facultyId" uuid, "roomId" uuid,
    "dayOfWeek" int, "startMinute" int, "endMinute" int)
  JOIN course ON course.id = given."courseId" AND course.deleted_at IS NULL
  JOIN room ON room.id = given."roomId"
  LEFT JOIN app_user AS teacher ON teacher.id = given."facultyId" AND teacher.status = 'active'`;
