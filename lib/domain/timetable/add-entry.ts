import { v7 as uuidv7 } from 'uuid';
import type { WrittenEntry } from '@/lib/contracts/http/plan';
import type { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { valuesOf, written } from './draft-entry';
import { entryPayload, timetablePayload } from './entry-payload';
import { rowOfEntry } from './plan-rows';
import { raiseVersion, takeTimetable } from './take-timetable';

/**
 * Adds a class to a draft. Conflicts do not refuse it: a plan on its way has some.
 * @throws {DomainProblem} `resource.not_found`; `request.invalid` as {@link rowOfEntry}
 */
export async function addEntry(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; timetableId: string; entry: WriteEntry },
): Promise<WrittenEntry> {
  const { actor, entry } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetable(tx, request.timetableId);
    const row = await rowOfEntry(tx, timetable, { entryId: uuidv7(), version: 1, entry });
    await tx.query(INSERT, valuesOf(row));
    await raiseVersion(tx, timetable.id);
    tx.publish('ENTRY_ADDED', {
      ...(await timetablePayload(tx, timetable.id)),
      is_published: false,
      entry: entryPayload(row),
      added_by: actor.userId,
      added_at: new Date().toISOString(),
    });
    return written(tx, timetable, { row, actor, isPlaced: true });
  });
}

const INSERT = `
  INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, entry_type, day_of_week,
    start_minute, end_minute, weeks, starts_on, ends_on, is_locked, version)
  VALUES ($1, 'draft', $2, $3, $4, $5, $6::entry_type, $7, $8, $9, $10::week_pattern, $11::date, $12::date, $13, $14)`;
