import type { FacultyRole } from '@/lib/contracts/http/course';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { notifyFaculty } from './notify-faculty';
import { courseNamed, type TakenCourse } from './take-course';

export interface GivenFaculty {
  readonly user_id: string;
  readonly role: FacultyRole;
}

/**
 * Brings the faculty of a course to the list; each who is new, gone or in another role is told, and told of by an event.
 * Who teaches it already may stay, whatever has become of the account.
 * @throws {DomainProblem} `request.invalid` for somebody who does not teach
 */
export async function changeFaculty(
  tx: EventfulTx,
  course: TakenCourse,
  wanted: readonly GivenFaculty[],
  actor: SignedIn,
): Promise<void> {
  const before = await listFaculty(tx, course.id);
  const { rows: known } = await tx.query<{ id: string; name: string }>(TEACHERS, [
    wanted.map((each) => each.user_id),
  ]);
  const nameOf = new Map(
    [...before.map((each) => ({ id: each.user_id, name: each.name })), ...known].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const stranger = wanted.findIndex(({ user_id }) => !nameOf.has(user_id));
  if (stranger >= 0)
    throw wrongField(`faculty.${stranger}.user_id`, 'unknown', 'Is no active faculty member');
  const isIn = (list: readonly GivenFaculty[], one: GivenFaculty) =>
    list.some(({ user_id, role }) => user_id === one.user_id && role === one.role);
  const at = new Date().toISOString();
  const by = actor.name;
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
      unassigned_by: actor.userId,
      unassigned_at: at,
    });
    if (!wanted.some(({ user_id }) => user_id === gone.user_id))
      await notifyFaculty(tx, course, {
        userIds: [gone.user_id],
        write: (notices) => notices.teachesNoMore(course, { by }),
      });
  }
  for (const { user_id, role } of wanted.filter((each) => !isIn(before, each))) {
    await tx.query(
      'INSERT INTO course_faculty (course_id, user_id, role) VALUES ($1, $2, $3::faculty_role)',
      [course.id, user_id, role],
    );
    tx.publish('FACULTY_ASSIGNED', {
      ...courseNamed(course),
      faculty_id: user_id,
      faculty_name: nameOf.get(user_id) ?? '',
      faculty_role: role,
      assigned_by: actor.userId,
      assigned_at: at,
    });
    await notifyFaculty(tx, course, {
      userIds: [user_id],
      write: (notices) => notices.teaches(course, { by, role }),
    });
  }
}

/** Who teaches a course, by id. */
export async function listFaculty(
  sql: SqlTx,
  courseId: string,
): Promise<(GivenFaculty & { name: string })[]> {
  const { rows } = await sql.query<GivenFaculty & { name: string }>(CURRENT, [courseId]);
  return rows;
}

const CURRENT = `
  SELECT teaching.user_id, teaching.role, person.name FROM course_faculty AS teaching
  JOIN app_user AS person ON person.id = teaching.user_id WHERE teaching.course_id = $1 ORDER BY person.id`;
const TEACHERS = `SELECT id, name FROM app_user WHERE id = ANY ($1::uuid[]) AND role = 'faculty' AND status = 'active'`;
