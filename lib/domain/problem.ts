import { type FieldError, type ProblemCode, problems } from '@/lib/contracts/http/problem';

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Of `precondition.failed`: the newest representation, so that both versions can be shown. Of `room.in_use`, `catalogue.in_use`: its use. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
}

/** A refusal by the domain, from the catalogue of problems; the route wrapper answers it as RFC 9457. */
export class DomainProblem extends Error {
  override readonly name = 'DomainProblem';
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? problems[code].title);
  }
}

/** A field that is well formed, but not right at this moment. */
export const wrongField = (field: string, code: string, message: string): DomainProblem =>
  new DomainProblem('request.invalid', { errors: [{ field, code, message }] });
