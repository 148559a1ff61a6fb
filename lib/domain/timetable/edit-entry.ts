import type { WrittenEntry } from '@/lib/contracts/http/plan';
import type { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeDraft, valuesOf, viewDraft, written } from './draft-entry';
import { entryPayload, timetablePayload } from './entry-payload';
import { affectedBy, changesOf, differingFields } from './entry-values';
import { rowOfEntry } from './plan-rows';
import { raiseVersion, takeTimetableOfEntry } from './take-timetable';
import { UPDATE_DRAFT } from './update-draft';

/**
 * Changes a class of a draft; the whole of it is given.
 * @throws {DomainProblem} `resource.not_found`; `precondition.failed` with what another has saved; `request.invalid`
 */
export async function editEntry(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    entryId: string;
    ifMatch: number;
    entry: WriteEntry;
  },
): Promise<WrittenEntry> {
  const { actor, entryId, entry } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetableOfEntry(tx, entryId);
    const before = await takeDraft(tx, timetable, entryId);
    if (request.ifMatch !== before.version)
      throw new DomainProblem('precondition.failed', { current: await viewDraft(tx, timetable, before) });
    const row = await rowOfEntry(tx, timetable, { entryId, version: before.version + 1, entry });
    const isElsewhere = differingFields(before, row).length > 0;
    if (!isElsewhere && row.is_locked === before.is_locked) return viewDraft(tx, timetable, before);
    await tx.query(UPDATE_DRAFT, valuesOf(row));
    await raiseVersion(tx, timetable.id);
    tx.publish('ENTRY_MODIFIED', {
      ...(await timetablePayload(tx, timetable.id)),
      is_published: false,
      entry: entryPayload(row),
      changes: {
        ...changesOf(before, row),
        ...(row.is_locked === before.is_locked
          ? {}
          : { is_locked: { old_value: before.is_locked, new_value: row.is_locked } }),
      },
      ...affectedBy(before, row),
      reason: '',
      effective_from: null,
      modified_by: actor.userId,
      modified_at: new Date().toISOString(),
    });
    return written(tx, timetable, { row, actor, isPlaced: isElsewhere });
  });
}
