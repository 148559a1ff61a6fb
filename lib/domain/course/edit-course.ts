import type { CourseView } from '@/lib/contracts/http/course';
import type { EditCourse } from '@/lib/contracts/http/course-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { changeFaculty } from './change-faculty';
import { fillSeats } from './fill-seats';
import { readCourse } from './list-courses';
import { courseNamed, type TakenCourse, takeCourse } from './take-course';

/**
 * Changes a course; what is left out stays. More seats go to those who wait, in the same transaction. Fewer seats than
 * students take nobody's away: nobody new comes in until there is room.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `course.section_taken`, `request.invalid`
 */
export async function editCourse(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; ifMatch: number; change: EditCourse },
): Promise<CourseView> {
  const { actor, change } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await takeCourse(tx, request.id);
    const before = await readCourse(tx, actor, course.id);
    if (request.ifMatch !== course.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const after: TakenCourse = {
      ...course,
      section: change.section ?? course.section,
      semester: change.semester ?? course.semester,
      capacity: change.capacity ?? course.capacity,
      offerHours: change.offer_hours === undefined ? course.offerHours : change.offer_hours,
      version: course.version + 1,
    };
    if (after.section !== course.section) await requireFreeSection(tx, after);
    await tx.query(WRITE, [after.id, after.section, after.semester, after.capacity, after.offerHours]);
    const changes = changesBetween(course, after);
    if (Object.keys(changes).length > 0)
      tx.publish('COURSE_UPDATED', {
        ...courseNamed(after),
        changes,
        updated_by: actor.userId,
        updated_at: new Date().toISOString(),
      });
    if (change.faculty) await changeFaculty(tx, after, change.faculty, actor);
    await fillSeats(tx, after);
    const view = await readCourse(tx, actor, course.id);
    const edited = { action: 'course.edited', subjectKind: 'course', subjectId: course.id };
    await recordChange(tx, request, { ...edited, before, after: view });
    return view;
  });
}

async function requireFreeSection(tx: EventfulTx, course: TakenCourse): Promise<void> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM course WHERE subject_id = $1 AND term_id = $2 AND section = $3 AND id <> $4',
    [course.subjectId, course.termId, course.section, course.id],
  );
  if (rowCount > 0) throw new DomainProblem('course.section_taken');
}

function changesBetween(before: TakenCourse, after: TakenCourse) {
  const fields = [
    ['section', before.section, after.section],
    ['semester', before.semester, after.semester],
    ['max_students', before.capacity, after.capacity],
    ['offer_hours', before.offerHours, after.offerHours],
  ] as const;
  return Object.fromEntries(
    fields
      .filter(([, old_value, new_value]) => old_value !== new_value)
      .map(([name, old_value, new_value]) => [name, { old_value, new_value }]),
  );
}

const WRITE = `
  UPDATE course SET section = $2, semester = $3, capacity = $4, offer_hours = $5, version = version + 1 WHERE id = $1`;
