import type { ProblemCode } from '@/lib/contracts/http/problem';

/** Sentences for the problems that the pages of attendance alone meet. */
export const attendanceProblem: Record<Extract<ProblemCode, `attendance.${string}`>, string> = {
  'attendance.not_held': 'The class is not held on this day.',
  'attendance.cancelled': 'The class is cancelled.',
  'attendance.too_early': 'The class has not begun yet.',
  'attendance.frozen': 'The attendance of this day cannot change any more.',
  'attendance.not_in_course': 'Not all of them are in this course.',
  'attendance.reason_needed': 'The class is closed: say why it changes.',
  'attendance.status_taken': 'Another status has this code.',
  'attendance.status_in_use': 'Marks have this status: switch it off instead.',
  'attendance.too_many_statuses': 'There are 50 statuses already. Delete one that no mark has.',
  'attendance.request_open': 'There is an open request for this class already.',
  'attendance.request_over': 'It was decided already, or taken back.',
  'attendance.marked_so': 'It is marked so already.',
  'attendance.report_too_long': 'That is too much for one report. Choose fewer days.',
};
