import { v7 as uuidv7 } from 'uuid';
import type { SubjectView } from '@/lib/contracts/http/course';
import type { WriteSubject } from '@/lib/contracts/http/course-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { coursesTeaching } from '../course/queries';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findSubject } from './queries';
import { takeSubject } from './take-subject';

interface Request {
  actor: SignedIn;
  correlationId: string;
  subject: WriteSubject;
  /** Of which subject, and the version of it that was seen; without it a new one is made. */
  over?: { id: string; ifMatch: number };
}

/**
 * A new subject, or the whole of one anew. The courses that teach it are another with it, and tell so.
 * @throws {DomainProblem} `catalogue.code_taken`, `resource.not_found`, `precondition.failed` with the current one,
 * `request.invalid` for an unknown department, unknown prerequisites or a circle of them
 */
export async function writeSubject(unitOfWork: UnitOfWork, request: Request): Promise<SubjectView> {
  const { over, subject } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const before = await takeSubject(tx, over?.id);
    if (over && before && over.ifMatch !== before.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const id = before?.id ?? uuidv7();
    const taken = await tx.query('SELECT 1 FROM subject WHERE code = $1 AND id <> $2', [subject.code, id]);
    if (taken.rowCount > 0) throw new DomainProblem('catalogue.code_taken');
    if (subject.department_id !== null) {
      const known = await tx.query('SELECT 1 FROM department WHERE id = $1', [subject.department_id]);
      if (known.rowCount === 0) throw wrongField('department_id', 'unknown', 'There is no such department');
    }
    await tx.query(WRITE, [
      id,
      subject.code,
      subject.name,
      subject.description,
      subject.credits,
      subject.department_id,
    ]);
    await writePrerequisites(tx, id, subject.prerequisite_ids);
    const after = await findSubject(tx, id);
    if (!after) throw new Error('a subject was written and not found');
    if (before) await tellOfCourses(tx, request.actor.userId, before, after);
    const action = before ? 'subject.edited' : 'subject.created';
    await recordChange(tx, request, { action, subjectKind: 'subject', subjectId: id, before, after });
    return after;
  });
}

async function writePrerequisites(tx: EventfulTx, id: string, required: readonly string[]): Promise<void> {
  const ids = [...new Set(required)];
  await tx.query('DELETE FROM subject_prerequisite WHERE subject_id = $1', [id]);
  const { rowCount } = await tx.query(
    'INSERT INTO subject_prerequisite (subject_id, required_id) SELECT $1, id FROM subject WHERE id = ANY ($2::uuid[])',
    [id, ids],
  );
  if (rowCount < ids.length) throw wrongField('prerequisite_ids', 'unknown', 'There is no such subject');
  const circle = await tx.query(CIRCLE, [id]);
  if (circle.rowCount > 0) throw wrongField('prerequisite_ids', 'circle', 'It would be its own prerequisite');
}

/** The contract has no event for subjects: what is another of a course because of its subject, the course tells. */
async function tellOfCourses(
  tx: EventfulTx,
  updated_by: string,
  before: SubjectView,
  after: SubjectView,
): Promise<void> {
  const codes = (subject: SubjectView) => subject.prerequisites.map(({ code }) => code).join(', ');
  const fields = [
    ['course_code', before.code, after.code],
    ['course_name', before.name, after.name],
    ['description', before.description, after.description],
    ['credits', before.credits, after.credits],
    ['prerequisites', codes(before), codes(after)],
  ] as const;
  const changes = Object.fromEntries(
    fields
      .filter(([, old_value, new_value]) => old_value !== new_value)
      .map(([name, old_value, new_value]) => [name, { old_value, new_value }]),
  );
  if (Object.keys(changes).length === 0) return;
  const updated_at = new Date().toISOString();
  for (const { id, departmentId } of await coursesTeaching(tx, after.id))
    tx.publish('COURSE_UPDATED', {
      course_id: id,
      course_code: after.code,
      course_name: after.name,
      department_id: departmentId ?? '',
      changes,
      updated_by,
      updated_at,
    });
}

const WRITE = `
  INSERT INTO subject (id, code, name, description, credits, department_id) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, description = EXCLUDED.description,
    credits = EXCLUDED.credits, department_id = EXCLUDED.department_id, version = subject.version + 1`;

const CIRCLE = `
  WITH RECURSIVE needed AS (
    SELECT required_id FROM subject_prerequisite WHERE subject_id = $1
    UNION
    SELECT next.required_id FROM subject_prerequisite AS next JOIN needed ON needed.required_id = next.subject_id
  )
  SELECT 1 FROM needed WHERE required_id = $1`;
