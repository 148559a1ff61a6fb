import { CreateCourse } from '@/lib/contracts/http/course-requests';
import { activateCourse } from '../course/change-status';
import { createCourse } from '../course/create-course';
import { editCourse } from '../course/edit-course';
import { findSection } from '../course/queries';
import { takeCourse } from '../course/take-course';
import { DomainProblem, wrongField } from '../problem';
import { listOf, type RosterRows } from './roster-rows';
import { checked, compare, findTarget, type RosterRun, refer, Skipped, settle } from './roster-run';

type ClassRow = RosterRows['classes'][number];

const columns = {
  subject_id: 'courseSourcedId',
  term_id: 'termSourcedIds',
  section: 'classCode',
  other: 'classCode',
};
const ONLY_SECTION = 'A';

/** Classes of the standard are what is taught in a term: courses. A new one is active, so that students can be in it. */
export async function importClasses(run: RosterRun): Promise<void> {
  const codes = new Map(run.rows.courses.map(({ sourcedId, courseCode }) => [sourcedId, courseCode]));
  const students = countStudents(run.rows.enrollments);
  for (const row of run.rows.classes)
    await settle(run, { part: 'classes', row, label: row.title, columns }, async () => {
      findTarget(run, 'orgs', row.schoolSourcedId, 'schoolSourcedId');
      const subjectId = refer(run, 'courses', row.courseSourcedId, 'courseSourcedId');
      const termId = termOf(run, row);
      const section = sectionOf(row.classCode, codes.get(row.courseSourcedId) ?? '');
      const draft = checked(CreateCourse, {
        subject_id: subjectId,
        term_id: termId,
        section,
        capacity: Math.max(run.seats, students.get(row.sourcedId) ?? 0),
      });
      const link = run.links.find('classes', row.sourcedId);
      const id = link?.targetId ?? (await findSection(run.tx, { subjectId, termId, section }));
      if (id === null) {
        const made = await createCourse(run.unitOfWork, { ...run, draft });
        await activateCourse(run.unitOfWork, { ...run, id: made.id });
        return { kind: 'create', id: made.id };
      }
      if (!link && run.links.sourceOf('classes', id) !== undefined)
        throw wrongField('section', 'twice', 'Another class is this section');
      const course = await takeThere(run, id);
      if (course.subjectId !== subjectId)
        throw wrongField('courseSourcedId', 'fixed', 'It has another subject');
      if (course.termId !== termId) throw wrongField('termSourcedIds', 'fixed', 'It is in another term');
      const { kind, changes } = compare({ section: course.section }, { section }, link !== undefined);
      if (changes.length > 0)
        await editCourse(run.unitOfWork, { ...run, id, ifMatch: course.version, change: { section } });
      return { kind, changes, id };
    });
}

async function takeThere(run: RosterRun, id: string) {
  try {
    return await takeCourse(run.tx, id);
  } catch (error) {
    if (error instanceof DomainProblem && error.code === 'resource.not_found')
      throw wrongField('sourcedId', 'deleted', 'The course was deleted here');
    throw error;
  }
}

/** The one term it is held in. A grading period stands for the term that it is part of. */
function termOf(run: RosterRun, { termSourcedIds }: ClassRow): string {
  const named = listOf(termSourcedIds);
  if (named.length === 0) throw wrongField('termSourcedIds', 'missing', 'Must name a term');
  const terms = new Set(named.map((sourcedId) => termAround(run, sourcedId)));
  const [term, other] = terms;
  if (other !== undefined) throw wrongField('termSourcedIds', 'several', 'It is held in one term');
  if (term == null) throw wrongField('termSourcedIds', 'no_term', 'It is no term, nor part of one');
  return term;
}

function termAround(run: RosterRun, sourcedId: string): string | null {
  const id = findTarget(run, 'academicSessions', sourcedId, 'termSourcedIds');
  if (id !== null) return id;
  const told = run.told.find((each) => each.part === 'academicSessions' && each.sourced_id === sourcedId);
  if (told?.kind === 'error') throw new Skipped('reference');
  const row = run.rows.academicSessions.find((session) => session.sourcedId === sourcedId);
  if (row?.type !== 'gradingPeriod' || row.parentSourcedId === '') return null;
  return termAround(run, row.parentSourcedId);
}

/** The code of a class often begins with that of its course. */
function sectionOf(classCode: string, courseCode: string): string {
  const own =
    courseCode !== '' && classCode.startsWith(courseCode) ? classCode.slice(courseCode.length) : classCode;
  return own.replace(/^[\s\-_./:]+/, '') || ONLY_SECTION;
}

function countStudents(rows: RosterRows['enrollments']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { role, classSourcedId } of rows)
    if (role === 'student') counts.set(classSourcedId, (counts.get(classSourcedId) ?? 0) + 1);
  return counts;
}
