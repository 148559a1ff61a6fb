import type { CopiedTerm } from '@/lib/contracts/http/course';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findTerm } from '../term/queries';
import { writeCourse } from './create-course';

/**
 * The courses of a term into another one with their faculty left out and nobody in them, inactive. A dry run tells how many.
 * @throws {DomainProblem} `resource.not_found`, `request.invalid`
 */
export async function copyTerm(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; intoId: string; isDryRun: boolean },
): Promise<CopiedTerm> {
  const { actor, id, intoId } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    if (!(await findTerm(tx, id))) throw new DomainProblem('resource.not_found');
    if (id === intoId || !(await findTerm(tx, intoId)))
      throw wrongField('into_term_id', 'unknown', 'Must be another term');
    const { rows } = await tx.query<Parameters<typeof writeCourse>[1] & { is_there: boolean }>(COURSES, [
      id,
      intoId,
    ]);
    const missing = rows.filter(({ is_there }) => !is_there);
    const result = { copied: missing.length, skipped: rows.length - missing.length };
    if (request.isDryRun) return { ...result, written: false };
    for (const { is_there: _known, ...course } of missing)
      await writeCourse(tx, { ...course, term_id: intoId }, actor.userId);
    const change = { action: 'term.copied', subjectKind: 'term', subjectId: intoId };
    await recordChange(tx, request, { ...change, before: null, after: { from: id, ...result } });
    return { ...result, written: true };
  });
}

const COURSES = `
  SELECT subject_id, term_id, section, semester, capacity, offer_hours, EXISTS (
    SELECT 1 FROM course AS there
    WHERE there.term_id = $2 AND there.subject_id = course.subject_id AND there.section = course.section) AS is_there
  FROM course WHERE term_id = $1 AND deleted_at IS NULL ORDER BY id`;
