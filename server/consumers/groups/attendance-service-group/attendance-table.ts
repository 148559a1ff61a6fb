import type { HandlerTable } from '@/lib/contracts/events/consumer-groups';
import type { Handler } from '../../run-group';
import { onCourseDeleted, onEntryChanged, onStudentDropped } from './follow-campus';

/** What the attendance service does about each event it reads. */
export const attendanceTable: HandlerTable<'attendance-service-group', Handler> = {
  TIMETABLE_CREATED: 'ignore',
  TIMETABLE_PUBLISHED: 'ignore',
  TIMETABLE_UPDATED: 'ignore',
  ENTRY_ADDED: 'ignore',
  ENTRY_MODIFIED: onEntryChanged,
  ENTRY_DELETED: onEntryChanged,
  ROOM_CONFLICT_DETECTED: 'ignore',
  FACULTY_CONFLICT_DETECTED: 'ignore',

  COURSE_CREATED: 'ignore',
  COURSE_UPDATED: 'ignore',
  COURSE_DELETED: onCourseDeleted,
  COURSE_ACTIVATED: 'ignore',
  COURSE_DEACTIVATED: 'ignore',
  FACULTY_ASSIGNED: 'ignore',
  FACULTY_UNASSIGNED: 'ignore',

  STUDENT_ENROLLED: 'ignore',
  STUDENT_DROPPED: onStudentDropped,
  ENROLLMENT_COMPLETED: 'ignore',
  ENROLLMENT_FAILED: 'ignore',
  WAITLIST_ADDED: 'ignore',
  WAITLIST_PROMOTED: 'ignore',
};
