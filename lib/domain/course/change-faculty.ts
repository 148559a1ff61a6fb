import type { FacultyRole } from '@/lib/contracts/http/course';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { wrongField } from '../problem';
import { courseNamed, type TakenCourse } from './take-course';

export interface GivenFaculty {
  readonly user_id: string;
  readonly role: FacultyRole;
}

/**
 * Brings the faculty of a course to the list; each who is new, gone or in another role is told of by an event.
 * @throws {DomainProblem} `request.invalid` for somebody who does not teach
 */
export async function changeFaculty(
  tx: EventfulTx,
  course: TakenCourse,
  wanted: readonly GivenFaculty[],
  actorId: string,
): Promise<void> {
  const { rows: before } = await tx.query<GivenFaculty & { name: string }>(CURRENT, [course.id]);
  const { rows: known } = await tx.query<{ id: string; name: string }>(TEACHERS, [
    wanted.map((each) => each.user_id),
  ]);
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  const stranger = wanted.findIndex(({ user_id }) => !nameOf.has(user_id));
  if (stranger >= 0)
    throw wrongField(`faculty.${stranger}.user_id`, 'unknown', 'Is no active faculty member');
  const isIn = (list: readonly GivenFaculty[], one: GivenFaculty) =>
    list.some(({ user_id, role }) => user_id === one.user_id && role === one.role);
  const at = new Date().toISOString();
  for (const gone of before.filter((each) => !isIn(wanted, each))) {
    await tx.query('DELETE FROM course_faculty WHERE course_id = $1 AND user_id = $2', [
      course.id,
      gone.user_id,
    ]);
    tx.publish('FACULTY_UNASSIGNED', {
      ...courseNamed(course),
      faculty_id: gone.user_id,
      faculty_name: gone.name,
      faculty_role: gone.role,
      reason: '',
      unassigned_by: actorId,
      unassigned_at: at,
    });
  }
  for (const added of wanted.filter((each) => !isIn(before, each))) {
    await tx.query(
      'INSERT INTO course_faculty (course_id, user_id, role) VALUES ($1, $2, $3::faculty_role)',
      [course.id, added.user_id, added.role],
    );
    tx.publish('FACULTY_ASSIGNED', {
      ...courseNamed(course),
      faculty_id: added.user_id,
      faculty_name: nameOf.get(added.user_id) ?? '',
      faculty_role: added.role,
      assigned_by: actorId,
      assigned_at: at,
    });
  }
}

const CURRENT = `
  SELECT teaching.user_id, teaching.role, person.name FROM course_faculty AS teaching
  JOIN app_user AS person ON person.id = teaching.user_id WHERE teaching.course_id = $1 ORDER BY person.id`;
const TEACHERS = `SELECT id, name FROM app_user WHERE id = ANY ($1::uuid[]) AND role = 'faculty' AND status = 'active'`;
