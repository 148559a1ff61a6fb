import type { CatalogueUse } from '@/lib/contracts/http/course';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeSubject } from './take-subject';

/**
 * Takes a subject away that no course teaches or has taught and no other subject needs.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`; `catalogue.in_use` with the numbers
 */
export async function deleteSubject(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; ifMatch: number | null },
): Promise<void> {
  const { id, ifMatch } = request;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const before = await takeSubject(tx, id);
    if (ifMatch !== null && ifMatch !== before?.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const { rows } = await tx.query<Pick<CatalogueUse, 'courses' | 'subjects'>>(USE, [id]);
    const use: CatalogueUse = { courses: 0, subjects: 0, timetables: 0, holidays: 0, ...rows[0] };
    if (use.courses + use.subjects > 0) throw new DomainProblem('catalogue.in_use', { current: use });
    await tx.query('DELETE FROM subject WHERE id = $1', [id]);
    const change = { action: 'subject.deleted', subjectKind: 'subject', subjectId: id };
    await recordChange(tx, request, { ...change, before, after: null });
  });
}

const USE = `
  SELECT (SELECT count(*)::int FROM course WHERE subject_id = $1) AS courses,
    (SELECT count(*)::int FROM subject_prerequisite WHERE required_id = $1) AS subjects`;
