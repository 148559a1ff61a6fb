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
    await tx.query(UPDATE, valuesOf(row));
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

const UPDATE = `
  UPDATE timetable_entry SET course_id = $3, faculty_id = $4, room_id = $5, entry_type = $6::entry_type,
    day_of_week = $7, start_minute = $8, end_minute = $9, weeks = $10::week_pattern, starts_on = $11::date,
    ends_on = $12::date, is_locked = $13, version = $14
  WHERE entry_id = $1 AND timetable_id = $2 AND state = 'draft'`;
