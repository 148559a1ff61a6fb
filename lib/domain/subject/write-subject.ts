import { v7 as uuidv7 } from 'uuid';
import type { SubjectView } from '@/lib/contracts/http/course';
import type { WriteSubject } from '@/lib/contracts/http/course-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findSubject } from './queries';

/**
 * A new subject, or (with `id`) the whole of one anew.
 * @throws {DomainProblem} `catalogue.code_taken`, `resource.not_found`, `request.invalid` for unknown prerequisites or a circle
 */
export async function writeSubject(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id?: string; subject: WriteSubject },
): Promise<SubjectView> {
  const { subject } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const isKnown = request.id === undefined || isUuid(request.id);
    const before = request.id !== undefined && isKnown ? await findSubject(tx, request.id) : null;
    if (request.id !== undefined && !before) throw new DomainProblem('resource.not_found');
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

const WRITE = `
  INSERT INTO subject (id, code, name, description, credits, department_id) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, description = EXCLUDED.description,
    credits = EXCLUDED.credits, department_id = EXCLUDED.department_id`;

const CIRCLE = `
  WITH RECURSIVE needed AS (
    SELECT required_id FROM subject_prerequisite WHERE subject_id = $1
    UNION
    SELECT next.required_id FROM subject_prerequisite AS next JOIN needed ON needed.required_id = next.subject_id
  )
  SELECT 1 FROM needed WHERE required_id = $1`;
