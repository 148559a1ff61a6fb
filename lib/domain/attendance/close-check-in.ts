import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { listStudents } from './list-students';
import { recordMarks } from './record-marks';
import type { TakenSession } from './take-session';

/** Whoever is in the course and has no mark when a class closes that asked for this is absent: one statement, one event. */
export async function markAbsentAtClose(
  tx: EventfulTx,
  given: { session: TakenSession; by: string | null; correlationId: string },
): Promise<void> {
  const ids = await listStudents(tx, given.session, true);
  if (ids.length === 0) return;
  await recordMarks(tx, {
    ...given,
    marks: ids.map((student_id) => ({ student_id, status: 'absent', custom_code: '' })),
    source: 'close',
    reason: '',
    bulk: 'manual',
  });
}
