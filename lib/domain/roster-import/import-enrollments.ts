import * as z from 'zod';
import type { FacultyRole } from '@/lib/contracts/http/course';
import { recordChanges } from '../audit/record-change';
import { changeFaculty, type GivenFaculty, listFaculty } from '../course/change-faculty';
import { seatStudents } from '../course/enroll-student';
import type { EnrollmentRow } from '../course/enrollment-row';
import { type TakenCourse, takeCourse } from '../course/take-course';
import { DomainProblem, wrongField } from '../problem';
import type { RosterRows } from './roster-rows';
import { findTarget, type Outcome, type RosterRun, refer, repeated, Skipped, settle } from './roster-run';

type SeatRow = RosterRows['enrollments'][number];
interface Wanted {
  readonly row: SeatRow;
  readonly courseId: string;
  readonly personId: string;
}

const columns = { other: 'userSourcedId' };
const ofCourse: ReadonlySet<string> = new Set(['course.inactive']);

/** Students get seats, in the order of the file, and teachers their courses. Nobody is taken out of anything. */
export async function importEnrollments(run: RosterRun): Promise<void> {
  const rows = run.rows.enrollments;
  const twice = repeated(rows.map(keyOf));
  const byCourse = new Map<string, Wanted[]>();
  for (const row of rows)
    await settle(run, judged(row), async () => {
      requireShape(row);
      findTarget(run, 'orgs', row.schoolSourcedId, 'schoolSourcedId');
      const courseId = refer(run, 'classes', row.classSourcedId, 'classSourcedId');
      const personId = refer(run, 'users', row.userSourcedId, 'userSourcedId');
      if (twice.has(keyOf(row))) throw wrongField('userSourcedId', 'twice', 'Is in this class twice');
      const link = run.links.find('enrollments', row.sourcedId);
      if (link && link.targetId !== courseId)
        throw wrongField('classSourcedId', 'fixed', 'It was another class');
      if (link && link.personId !== personId)
        throw wrongField('userSourcedId', 'fixed', 'It was another person');
      if (link && row.role === 'student') return { kind: 'unchanged', id: courseId };
      const wanted = { row, courseId, personId };
      byCourse.set(courseId, [...(byCourse.get(courseId) ?? []), wanted]);
      return null;
    });
  const people = await readPeople(
    run,
    [...byCourse.values()].flat().map(({ personId }) => personId),
  );
  const seated = new Map<string, number>();
  for (const [courseId, all] of [...byCourse].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const course = await takeCourse(run.tx, courseId);
    const isTeacher = ({ row }: Wanted) => row.role === 'teacher';
    await assignTeachers(run, course, all.filter(isTeacher), people);
    const students = all.filter((each) => !isTeacher(each));
    const studentIds = students.map(({ personId }) => personId).filter((id) => people.get(id) === 'student');
    const seats = await seatStudents(run.tx, course, { studentIds, by: 'import' });
    for (const { row, personId } of students)
      await settle(run, judged(row), async () => {
        const outcome = outcomeOf(course, personId, seats.get(personId));
        if (outcome.kind === 'create') seated.set(courseId, (seated.get(courseId) ?? 0) + 1);
        return outcome;
      });
  }
  await recordChanges(
    run.tx,
    run,
    [...seated].map(([subjectId, count]) => ({
      action: 'enrollment.imported',
      subjectKind: 'course',
      subjectId,
      before: null,
      after: { enrolled_by_csv: count },
    })),
  );
}

const keyOf = (row: SeatRow) => JSON.stringify([row.classSourcedId, row.userSourcedId]);
const judged = (row: SeatRow) => ({
  part: 'enrollments' as const,
  row,
  label: `${row.userSourcedId} · ${row.classSourcedId}`,
  columns,
});

function requireShape(row: SeatRow): void {
  if (row.role === 'administrator' || row.role === 'proctor') throw new Skipped('role');
  if (row.role !== 'student' && row.role !== 'teacher')
    throw wrongField('role', row.role ? 'unknown' : 'missing', 'Is no role in a class');
  if (!/^(true|false)?$/.test(row.primary)) throw wrongField('primary', 'unknown', 'Must be true or false');
  for (const column of ['beginDate', 'endDate'] as const)
    if (row[column] !== '' && !z.iso.date().safeParse(row[column]).success)
      throw wrongField(column, 'invalid_format', 'Must be a date such as 2026-10-01');
}

function outcomeOf(
  course: TakenCourse,
  personId: string,
  seat: EnrollmentRow | DomainProblem | undefined,
): Outcome {
  if (!seat) throw new DomainProblem('enrollment.not_a_student');
  if (!(seat instanceof DomainProblem)) {
    const note = seat.status === 'waitlisted' ? ({ note: 'waitlisted' } as const) : {};
    return { kind: 'create', id: course.id, personId, ...note };
  }
  if (seat.code === 'enrollment.already') return { kind: 'link', id: course.id, personId };
  if (ofCourse.has(seat.code)) throw wrongField('classSourcedId', seat.code, seat.message);
  throw seat;
}

/** Who teaches it already and is not in the file stays. */
async function assignTeachers(
  run: RosterRun,
  course: TakenCourse,
  all: readonly Wanted[],
  people: ReadonlyMap<string, string>,
): Promise<void> {
  if (all.length === 0) return;
  const current = await listFaculty(run.tx, course.id);
  const faculty = new Map<string, GivenFaculty>(current.map((each) => [each.user_id, each]));
  let isOther = false;
  for (const { row, personId } of all)
    await settle(run, judged(row), async () => {
      if (people.get(personId) !== 'faculty')
        throw wrongField('userSourcedId', 'not_faculty', 'Does not teach');
      const role: FacultyRole = row.primary === 'true' ? 'primary' : 'co_instructor';
      const now = faculty.get(personId)?.role;
      const isLinked = run.links.find('enrollments', row.sourcedId) !== undefined;
      const told = { id: course.id, personId };
      // Somebody was taken off the course here: the file that put them on it does not do so again.
      if (now === undefined && isLinked) return { kind: 'unchanged', ...told };
      if (now !== undefined && (now === 'primary') === (role === 'primary'))
        return { kind: isLinked ? 'unchanged' : 'link', ...told };
      faculty.set(personId, { user_id: personId, role });
      isOther = true;
      if (now === undefined) return { kind: 'create', ...told };
      const changes = [{ field: 'faculty_role', old_value: now, new_value: role }];
      return { kind: 'change', changes, ...told };
    });
  if (isOther) await changeFaculty(run.tx, course, [...faculty.values()], run.actor);
}

/** The role of each who has an account that is active. */
async function readPeople(run: RosterRun, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await run.tx.query<{ id: string; role: string }>(
    `SELECT id, role FROM app_user WHERE id = ANY ($1::uuid[]) AND status = 'active'
     ORDER BY id FOR NO KEY UPDATE`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, role }) => [id, role]));
}
