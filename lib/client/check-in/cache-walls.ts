import type { QueryClient } from '@tanstack/react-query';
import type { CheckInWall, WallStudent } from '@/lib/contracts/http/check-in';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { patchQueries } from '../http/patch-query';
import { checkInKeys } from './check-in-keys';

/**
 * Names turn green as the marks come; a mark that is older than the one shown changes nothing. Without marks it is something
 * else about the class that has changed: the wall is asked for again.
 */
export function patchWalls(
  queryClient: QueryClient,
  { session_id, marks }: PushPayload<'attendance:roster'>,
): void {
  const queryKey = checkInKeys.wall(session_id);
  if (marks.length === 0) return void queryClient.invalidateQueries({ queryKey });
  const pushed = new Map(marks.map((mark) => [mark.student_id, mark]));
  patchQueries<CheckInWall>(queryClient, queryKey, (wall) => ({
    ...wall,
    students: wall.students.map((student) => newer(student, pushed.get(student.student_id))),
  }));
}

/** An answer may be older than a mark that was pushed while it was on its way: of each student the newer mark is shown. */
export function newerMarks(before: CheckInWall | undefined, fetched: CheckInWall): CheckInWall {
  const shown = new Map(before?.students.map((student) => [student.student_id, student]));
  return {
    ...fetched,
    students: fetched.students.map((student) => newer(student, shown.get(student.student_id))),
  };
}

type Mark = Pick<WallStudent, 'status' | 'source' | 'version'>;

function newer(student: WallStudent, mark: Mark | undefined): WallStudent {
  if (!mark || mark.version <= student.version) return student;
  return { ...student, status: mark.status, source: mark.source, version: mark.version };
}
