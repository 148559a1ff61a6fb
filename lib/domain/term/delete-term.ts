import type { CatalogueUse } from '@/lib/contracts/http/course';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeTerm } from './take-term';

/**
 * Takes a term away in which nothing is or was taught or planned.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`; `catalogue.in_use` with the numbers
 */
export async function deleteTerm(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; ifMatch: number | null },
): Promise<void> {
  const { id, ifMatch } = request;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const before = await takeTerm(tx, id);
    if (ifMatch !== null && ifMatch !== before?.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const { rows } = await tx.query<Omit<CatalogueUse, 'subjects'>>(USE, [id]);
    const use: CatalogueUse = { courses: 0, subjects: 0, timetables: 0, holidays: 0, ...rows[0] };
    if (Object.values(use).some((count) => count > 0))
      throw new DomainProblem('catalogue.in_use', { current: use });
    await tx.query('DELETE FROM term WHERE id = $1', [id]);
    const change = { action: 'term.deleted', subjectKind: 'term', subjectId: id };
    await recordChange(tx, request, { ...change, before, after: null });
  });
}

const USE = `
  SELECT (SELECT count(*)::int FROM course WHERE term_id = $1) AS courses,
    (SELECT count(*)::int FROM timetable WHERE term_id = $1) AS timetables,
    (SELECT count(*)::int FROM holiday WHERE term_id = $1) AS holidays`;
