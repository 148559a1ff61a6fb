import { v7 as uuidv7 } from 'uuid';
import type { TermView } from '@/lib/contracts/http/course';
import type { WriteTerm } from '@/lib/contracts/http/course-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findTerm } from './queries';
import { takeTerm } from './take-term';

interface Request {
  actor: SignedIn;
  correlationId: string;
  term: WriteTerm;
  /** Of which term, and the version of it that was seen; without it a new one is made. */
  over?: { id: string; ifMatch: number };
}

/**
 * A new term, or the whole of one anew.
 * @throws {DomainProblem} `catalogue.code_taken`, `resource.not_found`, `precondition.failed` with the current one,
 * `request.invalid` where a holiday would not be in it any more
 */
export async function writeTerm(unitOfWork: UnitOfWork, request: Request): Promise<TermView> {
  const { over, term } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const before = await takeTerm(tx, over?.id);
    if (over && before && over.ifMatch !== before.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const id = before?.id ?? uuidv7();
    const taken = await tx.query('SELECT 1 FROM term WHERE code = $1 AND id <> $2', [term.code, id]);
    if (taken.rowCount > 0) throw new DomainProblem('catalogue.code_taken');
    await requireHolidaysInside(tx, id, term);
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

async function requireHolidaysInside(tx: SqlTx, id: string, term: WriteTerm): Promise<void> {
  const { rows } = await tx.query<{ is_before: boolean }>(
    `SELECT day < $2::date AS is_before FROM holiday WHERE term_id = $1 AND day NOT BETWEEN $2::date AND $3::date`,
    [id, term.starts_on, term.ends_on],
  );
  const out = rows[0];
  if (out)
    throw wrongField(
      out.is_before ? 'starts_on' : 'ends_on',
      'holiday_outside',
      'A holiday would be outside',
    );
}

const WRITE = `
  INSERT INTO term (id, code, name, academic_year, starts_on, ends_on, enrollment_opens_at, enrollment_closes_at, drop_closes_at)
  VALUES ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9)
  ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, academic_year = EXCLUDED.academic_year,
    starts_on = EXCLUDED.starts_on, ends_on = EXCLUDED.ends_on, enrollment_opens_at = EXCLUDED.enrollment_opens_at,
    enrollment_closes_at = EXCLUDED.enrollment_closes_at, drop_closes_at = EXCLUDED.drop_closes_at, version = term.version + 1`;
