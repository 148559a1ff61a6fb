import { randomUUID } from 'node:crypto';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { entryPayload } from './entry-payload';
import { type FoundConflict, overlapOf } from './plan-conflicts';
import type { TimetableRow } from './take-timetable';

/** The events of rooms and teachers that are needed twice, in the transaction of what brings that about. */
export function tellConflicts(
  tx: EventfulTx,
  timetable: TimetableRow,
  { found, actorId }: { found: readonly FoundConflict[]; actorId: string },
): void {
  for (const { conflict, rows } of found) {
    const common = {
      conflict_id: randomUUID(),
      timetable_id: timetable.id,
      department_id: timetable.department_id,
      ...overlapOf(rows),
      entries: rows.map(entryPayload),
      detected_by: actorId,
      detected_at: new Date().toISOString(),
    };
    if (conflict.kind === 'room')
      tx.publish('ROOM_CONFLICT_DETECTED', {
        ...common,
        room_id: conflict.who,
        room_name: rows[0]?.room_code ?? '',
      });
    if (conflict.kind === 'faculty')
      tx.publish('FACULTY_CONFLICT_DETECTED', {
        ...common,
        faculty_id: conflict.who,
        faculty_name: rows[0]?.faculty_name ?? '',
      });
  }
}
