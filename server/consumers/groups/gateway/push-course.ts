import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

type CourseEvent = Envelope<'COURSE_ACTIVATED' | 'COURSE_DEACTIVATED'>;
type FacultyEvent = Envelope<'FACULTY_ASSIGNED' | 'FACULTY_UNASSIGNED'>;
type EnrollmentEvent = Envelope<
  | 'STUDENT_ENROLLED'
  | 'STUDENT_DROPPED'
  | 'ENROLLMENT_COMPLETED'
  | 'ENROLLMENT_FAILED'
  | 'WAITLIST_ADDED'
  | 'WAITLIST_PROMOTED'
>;

/** A new course is inactive: only administrators find it. */
export function pushCourseCreated({ payload }: Envelope<'COURSE_CREATED'>, pusher: Pusher): void {
  pusher.push(['role:admin'], 'course:changed', { course_id: payload.course_id });
}

/** The catalogue is everybody's; those who have it open ask again. */
export function pushCourseChanged({ payload }: CourseEvent, pusher: Pusher): void {
  pusher.push(['all'], 'course:changed', { course_id: payload.course_id });
}

/** Under another name its classes are called otherwise too. */
export function pushCourseUpdated(event: Envelope<'COURSE_UPDATED'>, pusher: Pusher): void {
  const { course_id, changes } = event.payload;
  if ('course_code' in changes || 'course_name' in changes)
    pusher.push([`course:${course_id}`, `course:${course_id}:waiting`, 'role:admin'], 'timetable:changed', {
      course_ids: [course_id],
      entry_id: null,
    });
  pusher.push(['all'], 'course:changed', { course_id });
}

/** Its classes are held no more; its students have been told that they are out of it, who teaches it has not. */
export function pushCourseDeleted({ payload }: Envelope<'COURSE_DELETED'>, pusher: Pusher): void {
  const { course_id } = payload;
  const staff: Room[] = [`course:${course_id}:staff`];
  pusher.push(['role:admin'], 'timetable:changed', { course_ids: [course_id], entry_id: null });
  pusher.push(staff, 'enrollment:changed', { course_id, own: true });
  // Who teaches no course may not announce any more.
  pusher.push(staff, 'access:changed', {});
  pusher.push(['all'], 'course:changed', { course_id });
  pusher.settleCourses(staff);
}

export function pushFacultyChanged({ payload }: FacultyEvent, pusher: Pusher): void {
  const own: Room[] = [`user:${payload.faculty_id}`];
  pusher.settleCourses(own);
  pusher.push(own, 'enrollment:changed', { course_id: payload.course_id, own: true });
  // Who teaches may announce.
  pusher.push(own, 'access:changed', {});
  pusher.push(['all'], 'course:changed', { course_id: payload.course_id });
}

/**
 * The student's own screens, everybody who waits (their positions may have moved) and those who see the list of people
 * ask again; how full it is, everybody is told.
 */
export function pushEnrollmentChanged({ payload }: EnrollmentEvent, pusher: Pusher): void {
  const { course_id, student_id } = payload;
  const rooms: Room[] = [`course:${course_id}:waiting`, `course:${course_id}:staff`, 'role:admin'];
  const own: Room[] = student_id ? [`user:${student_id}`] : [];
  pusher.settleCourses(own);
  pusher.push(own, 'enrollment:changed', { course_id, own: true });
  pusher.push(rooms, 'enrollment:changed', { course_id, own: false }, own);
  pusher.seatsChanged([course_id]);
}
