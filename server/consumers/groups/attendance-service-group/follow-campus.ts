import type { Envelope } from '@/lib/contracts/events/envelope';
import { closeSessionsOf, followEntry } from '@/lib/domain/attendance/follow-timetable';
import { endAlertsOnLeaving } from '@/lib/domain/attendance/judge-attendance';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** A class is held otherwise, or no more: its rosters that nobody has marked follow. */
export async function onEntryChanged(
  { payload }: Envelope<'ENTRY_MODIFIED' | 'ENTRY_DELETED'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  if (!payload.is_published) return outcome.skip('a draft has no classes');
  const { entry_id: entryId, course_id: courseId } = payload.entry;
  if (!isUuid(entryId) || !isUuid(courseId)) return outcome.skip('not a class of this timetable');
  const changed = await followEntry(tx, { entryId, courseId });
  return changed > 0 ? outcome.done() : outcome.skip('no roster is concerned');
}

/** A course is there no more. */
export async function onCourseDeleted(
  { payload }: Envelope<'COURSE_DELETED'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  if (!isUuid(payload.course_id)) return outcome.skip('not a course of this catalogue');
  const closed = await closeSessionsOf(tx, payload.course_id);
  return closed > 0 ? outcome.done() : outcome.skip('no class is open');
}

/** A student is out of a course: warnings of it concern them no more. */
export async function onStudentDropped(
  { payload }: Envelope<'STUDENT_DROPPED'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  const { course_id: courseId, student_id: studentId } = payload;
  if (!isUuid(courseId) || !isUuid(studentId)) return outcome.skip('not a course of this catalogue');
  const ended = await endAlertsOnLeaving(tx, { courseId, studentId });
  return ended > 0 ? outcome.done() : outcome.skip('no alert is open');
}
