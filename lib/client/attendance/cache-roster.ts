import type { QueryClient } from '@tanstack/react-query';
import type { AttendanceMark, Roster } from '@/lib/contracts/http/attendance';
import { patchQueries } from '../http/patch-query';
import { attendanceKeys } from './attendance-keys';

/**
 * Marks as they are now, wherever the class is shown; what is older than what is there changes nothing. A roster that is on
 * its way may have been read before them: it is asked for again.
 */
export async function setMarks(
  queryClient: QueryClient,
  sessionId: string,
  marks: readonly AttendanceMark[],
): Promise<void> {
  const queryKey = attendanceKeys.roster(sessionId);
  const isOnItsWay = queryClient.isFetching({ queryKey }) > 0;
  if (isOnItsWay) await queryClient.cancelQueries({ queryKey });
  const fresh = new Map(marks.map((mark) => [mark.student_id, mark]));
  patchQueries<Roster>(queryClient, queryKey, (roster) => ({
    ...roster,
    students: roster.students.map((student) => {
      const mark = fresh.get(student.student_id);
      return mark && mark.version > student.version ? { ...student, ...mark } : student;
    }),
  }));
  if (isOnItsWay) void queryClient.invalidateQueries({ queryKey });
}
