import { randomUUID } from 'node:crypto';
import type { AttendanceCounts } from '@/lib/contracts/http/attendance';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { MarkChange, MarksToRecord } from './mark-change';
import type { SessionRow } from './session-row';

/** Tells of changed marks: first ones together, each that became another by itself; or all of them as one batch. */
export function publishMarks(
  tx: EventfulTx,
  given: MarksToRecord,
  { changes, counts }: { changes: readonly MarkChange[]; counts: AttendanceCounts },
): void {
  const { session, source, by, bulk } = given;
  const at = new Date().toISOString();
  const course = { course_id: session.course_id, course_name: session.course_name };
  const held = { attendance_id: session.id, entry_id: session.entry_id ?? '', class_date: session.held_on };
  const recordsOf = (records: readonly MarkChange[]) => ({
    ...resultOf(session, counts),
    student_records: records.map(({ after }) => ({
      student_id: after.student_id,
      status: after.status ?? UNMARKED,
      remarks: after.remark,
      version: after.version,
      source,
      ...(after.custom_code === '' ? {} : { custom_code: after.custom_code }),
    })),
  });
  const marked = { marked_by: by ?? '', marked_at: at };
  if (bulk) {
    const batch = { batch_id: randomUUID(), source: bulk, classes: [recordsOf(changes)] };
    tx.publish('ATTENDANCE_BULK_MARKED', { ...course, ...batch, ...marked });
    return;
  }
  const first = changes.filter(({ before }) => before.mark.status === null);
  if (first.length > 0) tx.publish('ATTENDANCE_MARKED', { ...course, ...recordsOf(first), ...marked });
  for (const { before, after } of changes) {
    if (before.mark.status === null) continue;
    tx.publish('ATTENDANCE_UPDATED', {
      ...course,
      ...held,
      student_id: after.student_id,
      student_name: before.name,
      old_status: before.mark.status,
      new_status: after.status ?? UNMARKED,
      remarks: after.remark,
      reason: given.reason || 'Marked otherwise while the class was open',
      updated_by: by ?? '',
      updated_at: at,
      custom_code: after.custom_code,
      version: after.version,
      source,
    });
  }
}

/** Tells that a class was closed or opened again: its result as it stands, of which no mark is another now. */
export function publishResult(
  tx: EventfulTx,
  session: SessionRow,
  { counts, by }: { counts: AttendanceCounts; by: string },
): void {
  tx.publish('ATTENDANCE_MARKED', {
    course_id: session.course_id,
    course_name: session.course_name,
    ...resultOf(session, counts),
    student_records: [],
    marked_by: by,
    marked_at: new Date().toISOString(),
  });
}

const resultOf = (session: SessionRow, counts: AttendanceCounts) => ({
  attendance_id: session.id,
  entry_id: session.entry_id ?? '',
  class_date: session.held_on,
  total_students: counts.students,
  present_count: counts.present + counts.late,
  absent_count: counts.absent,
});

const UNMARKED = 'unmarked' as const;
