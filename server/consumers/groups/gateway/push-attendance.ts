import type { Envelope } from '@/lib/contracts/events/envelope';
import { type AttendanceMark, AttendanceSource, AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

type Result = Pick<Envelope<'ATTENDANCE_MARKED'>['payload'], 'attendance_id' | 'student_records'>;

/** Students of a class were marked, or it was closed or opened again. */
export function pushMarks({ payload }: Envelope<'ATTENDANCE_MARKED'>, pusher: Pusher): void {
  pushResult(payload.course_id, payload, pusher, payload.marked_by);
}

export function pushBulkMarks({ payload }: Envelope<'ATTENDANCE_BULK_MARKED'>, pusher: Pusher): void {
  for (const result of payload.classes) pushResult(payload.course_id, result, pusher, payload.marked_by);
}

/** One mark has become another. */
export function pushUpdatedMark({ payload }: Envelope<'ATTENDANCE_UPDATED'>, pusher: Pusher): void {
  const { attendance_id, student_id, new_status, ...rest } = payload;
  const student_records = [{ student_id, status: new_status, ...rest }];
  pushResult(payload.course_id, { attendance_id, student_records }, pusher, payload.updated_by);
}

/**
 * Who takes the attendance sees the marks (also a substitute, who is not of the course's staff); each student learns that
 * the own ones have changed, and nothing of the others.
 */
function pushResult(
  course_id: string,
  { attendance_id, student_records }: Result,
  pusher: Pusher,
  markedBy: string,
): void {
  const staff: Room[] = [`course:${course_id}:staff`, 'role:admin'];
  if (markedBy !== '') staff.push(`user:${markedBy}`);
  const marks = student_records.map(markOf);
  pusher.push(staff, 'attendance:roster', { course_id, session_id: attendance_id, marks });
  const students = student_records.map(({ student_id }): Room => `user:${student_id}`);
  if (students.length > 0)
    pusher.push(students, 'attendance:changed', { course_id, session_id: attendance_id });
}

function markOf(record: Result['student_records'][number]): AttendanceMark {
  const status = AttendanceStatus.safeParse(record.status).data ?? null;
  return {
    student_id: record.student_id,
    status,
    custom_code: record.custom_code,
    remark: record.remarks,
    source: status === null ? null : (AttendanceSource.safeParse(record.source).data ?? null),
    version: record.version,
  };
}
