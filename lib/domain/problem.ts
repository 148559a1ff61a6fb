import { type FieldError, type ProblemCode, problems } from '@/lib/contracts/http/problem';

/** A refusal by the domain, from the catalogue of problems; the route wrapper answers it as RFC 9457. */
export class DomainProblem extends Error {
  override readonly name = 'DomainProblem';
  constructor(
    readonly code: ProblemCode,
    readonly details: { detail?: string; errors?: readonly FieldError[] } = {},
  ) {
    super(details.detail ?? problems[code].title);
  }
}
