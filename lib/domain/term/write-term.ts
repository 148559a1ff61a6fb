import { v7 as uuidv7 } from 'uuid';
import type { TermView } from '@/lib/contracts/http/course';
import type { WriteTerm } from '@/lib/contracts/http/course-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findTerm } from './queries';

interface By {
  actor: SignedIn;
  correlationId: string;
}

/** A new term, or (with `id`) the whole of one anew. @throws {DomainProblem} `catalogue.code_taken`, `resource.not_found` */
export async function writeTerm(
  unitOfWork: UnitOfWork,
  request: By & { id?: string; term: WriteTerm },
): Promise<TermView> {
  const { term } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const before = request.id === undefined ? null : await findTerm(tx, request.id);
    if (request.id !== undefined && !before) throw new DomainProblem('resource.not_found');
    const id = before?.id ?? uuidv7();
    const taken = await tx.query('SELECT 1 FROM term WHERE code = $1 AND id <> $2', [term.code, id]);
    if (taken.rowCount > 0) throw new DomainProblem('catalogue.code_taken');
    await tx.query(WRITE, [
      id,
      term.code,
      term.name,
      term.academic_year,
      term.starts_on,
      term.ends_on,
      term.enrollment_opens_at,
      term.enrollment_closes_at,
      term.drop_closes_at,
    ]);
    const after = await findTerm(tx, id);
    if (!after) throw new Error('a term was written and not found');
    const action = before ? 'term.edited' : 'term.created';
    await recordChange(tx, request, { action, subjectKind: 'term', subjectId: id, before, after });
    return after;
  });
}

const WRITE = `
  INSERT INTO term (id, code, name, academic_year, starts_on, ends_on, enrollment_opens_at, enrollment_closes_at, drop_closes_at)
  VALUES ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9)
  ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, academic_year = EXCLUDED.academic_year,
    starts_on = EXCLUDED.starts_on, ends_on = EXCLUDED.ends_on, enrollment_opens_at = EXCLUDED.enrollment_opens_at,
    enrollment_closes_at = EXCLUDED.enrollment_closes_at, drop_closes_at = EXCLUDED.drop_closes_at`;
