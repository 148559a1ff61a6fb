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
import type { ProposedMove } from './proposal-instance';
import { raiseVersion, type TimetableRow, takeTimetable } from './take-timetable';
import { tellConflicts } from './tell-conflicts';
import { UPDATE_DRAFT } from './update-draft';

/**
 * Moves the classes of a draft to where its proposal has them, all or none.
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
    const moved = await moveRows(tx, draft, kept.problem.movesOf(kept.best));
    if (moved.length > 0) {
      await raiseVersion(tx, timetableId);
      await publishMoves(tx, timetable, { moved, actor });
    }
    return { kept, version: timetable.version + Number(moved.length > 0), moved: moved.length };
  });
  proposals.forget(accepted.kept);
  return { version: accepted.version, moved: accepted.moved };
}

interface MovedRow {
  readonly before: EntryRow;
  readonly after: EntryRow;
}

async function moveRows(
  tx: SqlTx,
  draft: readonly EntryRow[],
  moves: readonly ProposedMove[],
): Promise<MovedRow[]> {
  const byId = new Map(draft.map((row) => [row.entry_id, row]));
  const { rows: rooms } = await tx.query<{ id: string; code: string }>(
    'SELECT id, code FROM room WHERE id = ANY ($1::uuid[]) FOR SHARE',
    [moves.map(({ roomId }) => roomId)],
  );
  const codes = new Map(rooms.map(({ id, code }) => [id, code]));
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
    // In a term of a few days not every day of the week has a date.
    if (slotOfRow(after) === null) throw new DomainProblem('timetable.no_place');
    return { before, after };
  });
  for (const { after } of moved) await tx.query(UPDATE_DRAFT, valuesOf(after));
  return moved;
}

async function publishMoves(
  tx: EventfulTx,
  timetable: TimetableRow,
  { moved, actor }: { moved: readonly MovedRow[]; actor: SignedIn },
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
  const ids = new Set(moved.map(({ after }) => after.entry_id));
  const found = await findPlanConflicts(tx, timetable, await readPlanRows(tx, timetable.id, 'draft'));
  // Those that the moved classes are in; the others have been told.
  const own = found.filter(({ conflict }) => conflict.entryIds.some((id) => ids.has(id)));
  tellConflicts(tx, timetable, { found: own, actorId: actor.userId });
}
