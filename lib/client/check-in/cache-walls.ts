import type { QueryClient } from '@tanstack/react-query';
import type { CheckInWall, WallStudent } from '@/lib/contracts/http/check-in';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { patchQueries } from '../http/patch-query';
import { checkInKeys } from './check-in-keys';

/** Names turn green as the marks come; a mark that is older than the one shown changes nothing. */
export function patchWalls(
  queryClient: QueryClient,
  { session_id, marks }: PushPayload<'attendance:roster'>,
): void {
  const pushed = new Map(marks.map((mark) => [mark.student_id, mark]));
  patchQueries<CheckInWall>(queryClient, checkInKeys.walls, (wall) => {
    if (wall.session_id !== session_id || marks.length === 0) return wall;
    const students = wall.students.map((student): WallStudent => {
      const mark = pushed.get(student.student_id);
      if (!mark || mark.version <= student.version) return student;
      return { ...student, status: mark.status, source: mark.source, version: mark.version };
    });
    return { ...wall, students };
  });
}

/** An answer may be older than a mark that was pushed while it was on its way: of each student the newer mark is shown. */
export function newerMarks(before: CheckInWall | undefined, fetched: CheckInWall): CheckInWall {
  const shown = new Map(before?.students.map((student) => [student.student_id, student]));
  return {
    ...fetched,
    students: fetched.students.map((student) => {
      const known = shown.get(student.student_id);
      if (!known || known.version <= student.version) return student;
      return { ...student, status: known.status, source: known.source, version: known.version };
    }),
  };
}
