import type { QueryClient } from '@tanstack/react-query';
import type { AttendanceMark, Roster, RosterStudent } from '@/lib/contracts/http/attendance';
import { patchQueries } from '../http/patch-query';
import { attendanceKeys } from './attendance-keys';

/** Marks as they are now, where the class is shown; one that is older than what is shown changes nothing. */
export function setMarks(
  queryClient: QueryClient,
  sessionId: string,
  marks: readonly AttendanceMark[],
): void {
  if (marks.length === 0) return;
  const told = new Map(marks.map((mark) => [mark.student_id, mark]));
  patchQueries<Roster>(queryClient, attendanceKeys.roster(sessionId), (roster) => ({
    ...roster,
    students: roster.students.map((student) => newer(student, told.get(student.student_id))),
  }));
}

/** An answer may have been read before a mark that is shown already: of each student the newer one stays. */
export function withNewerMarks(shown: Roster | undefined, fetched: Roster): Roster {
  const before = new Map(shown?.students.map((student) => [student.student_id, student]));
  return {
    ...fetched,
    students: fetched.students.map((student) => newer(student, before.get(student.student_id))),
  };
}

function newer(student: RosterStudent, mark: AttendanceMark | undefined): RosterStudent {
  if (!mark || mark.version <= student.version) return student;
  const { status, custom_code, remark, source, version } = mark;
  return { ...student, status, custom_code, remark, source, version };
}
