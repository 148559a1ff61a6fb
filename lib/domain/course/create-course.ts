import { v7 as uuidv7 } from 'uuid';
import type { CourseView } from '@/lib/contracts/http/course';
import type { CreateCourse } from '@/lib/contracts/http/course-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { changeFaculty } from './change-faculty';
import { readCourse } from './list-courses';
import { type TakenCourse, takeCourse } from './take-course';

/**
 * A subject taught in a term; inactive until it is activated.
 * @throws {DomainProblem} `request.invalid` for an unknown subject, term or teacher; `course.section_taken`
 */
export async function createCourse(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; draft: CreateCourse },
): Promise<CourseView> {
  const { actor, draft } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const course = await writeCourse(tx, draft, actor.userId);
    await changeFaculty(tx, course, draft.faculty, actor);
    const view = await readCourse(tx, actor, course.id);
    const change = { action: 'course.created', subjectKind: 'course', subjectId: course.id };
    await recordChange(tx, request, { ...change, before: null, after: view });
    return view;
  });
}

/** The row and its event, without faculty. */
export async function writeCourse(
  tx: EventfulTx,
  draft: Omit<CreateCourse, 'faculty'>,
  actorId: string,
): Promise<TakenCourse> {
  // Held until the end: neither goes while a course of it comes.
  const subjects = await tx.query<{ department_id: string | null }>(
    'SELECT department_id FROM subject WHERE id = $1 FOR KEY SHARE',
    [draft.subject_id],
  );
  const terms = await tx.query<{ year: number }>(
    'SELECT academic_year AS year FROM term WHERE id = $1 FOR KEY SHARE',
    [draft.term_id],
  );
  const [subject, term] = [subjects.rows[0], terms.rows[0]];
  if (!subject) throw wrongField('subject_id', 'unknown', 'There is no such subject');
  if (!term) throw wrongField('term_id', 'unknown', 'There is no such term');
  const id = uuidv7();
  const { rowCount } = await tx.query(INSERT, [
    id,
    draft.subject_id,
    draft.term_id,
    draft.section,
    subject.department_id,
    draft.semester,
    draft.capacity,
    draft.offer_hours,
    actorId,
  ]);
  if (rowCount === 0) throw new DomainProblem('course.section_taken');
  const course = await takeCourse(tx, id);
  tx.publish('COURSE_CREATED', {
    course_id: id,
    course_code: course.code,
    course_name: course.name,
    subject_id: course.subjectId,
    department_id: course.departmentId ?? '',
    program_id: '',
    semester: course.semester,
    academic_year: term.year,
    max_students: course.capacity,
    created_by: actorId,
  });
  return course;
}

const INSERT = `
  INSERT INTO course (id, subject_id, term_id, section, department_id, semester, capacity, offer_hours, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (subject_id, term_id, section) DO NOTHING`;
