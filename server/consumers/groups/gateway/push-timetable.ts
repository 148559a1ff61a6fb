import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

const PLANNERS: Room[] = ['role:admin'];

/** Who waits for a seat in a course looks at its classes too. */
const roomsOf = (courseIds: readonly string[], facultyIds: readonly string[]): Room[] => [
  ...PLANNERS,
  ...courseIds.flatMap((id): Room[] => [`course:${id}`, `course:${id}:waiting`]),
  ...facultyIds.filter((id) => id !== '').map((id): Room => `user:${id}`),
];

/** Of the timetable as a whole; what is another for readers its entries tell. */
export function pushTimetableToPlanners(
  _event: Envelope<'TIMETABLE_CREATED' | 'TIMETABLE_UPDATED' | 'TIMETABLE_PUBLISHED'>,
  pusher: Pusher,
): void {
  pusher.push(PLANNERS, 'timetable:changed', { course_ids: [], entry_id: null });
}

/** What is drafted concerns planners; what is published, those who attend and teach it. */
export function pushEntry(
  event: Envelope<'ENTRY_ADDED' | 'ENTRY_MODIFIED' | 'ENTRY_DELETED'>,
  pusher: Pusher,
): void {
  const { entry, is_published, ...payload } = event.payload;
  const entry_id = entry.entry_id;
  if (!is_published) {
    pusher.push(PLANNERS, 'timetable:changed', { course_ids: [], entry_id });
    return;
  }
  const others = 'affected_course_ids' in payload ? payload.affected_course_ids : [];
  const faculty = 'affected_faculty_ids' in payload ? payload.affected_faculty_ids : [];
  const course_ids = [...new Set([entry.course_id, ...others])];
  pusher.push(roomsOf(course_ids, [entry.faculty_id, ...faculty]), 'timetable:changed', {
    course_ids,
    entry_id,
  });
}
