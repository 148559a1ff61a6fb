import * as z from 'zod';
import { type FieldError, type Problem, type ProblemCode, problems } from '@/lib/contracts/http/problem';
import { DomainProblem } from '@/lib/domain/problem';
import { isOutage } from '@/lib/infra/db/is-outage';
import { services } from './services';
import { toldPath } from './told-path';

interface Circumstances {
  readonly correlationId: string;
  readonly headers: Headers;
  readonly method: string;
  readonly url: string;
  /** Of the representation that a refused precondition is told with. */
  readonly etagOf: (current: unknown) => string | null;
}

/** Any failure of a route as RFC 9457 problem details. What the client cannot mend is logged, not told. */
export function problemResponse(error: unknown, circumstances: Circumstances): Response {
  const { code, detail, errors, current, retryAfterSeconds } = judge(error);
  const { status, title } = problems[code];
  if (status >= 500) {
    const { correlationId, method, url } = circumstances;
    services().logger.error(
      { err: error, correlation_id: correlationId, method, path: toldPath(url) },
      title,
    );
  }
  const problem: Problem = {
    type: `urn:nimbusu:problem:${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors: [...errors] } : {}),
    ...(current === undefined ? {} : { current }),
    correlation_id: circumstances.correlationId,
  };
  const { headers } = circumstances;
  headers.set('content-type', 'application/problem+json');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  const etag = current === undefined ? null : circumstances.etagOf(current);
  if (etag !== null) headers.set('etag', etag);
  return new Response(JSON.stringify(problem), { status, headers });
}

function judge(error: unknown): { code: ProblemCode } & DomainProblem['details'] {
  if (error instanceof DomainProblem) return { code: error.code, ...error.details };
  if (error instanceof z.core.$ZodError)
    return { code: 'request.invalid', errors: error.issues.map(fieldError) };
  return isOutage(error) ? { code: 'service.unavailable', retryAfterSeconds: 2 } : { code: 'service.failed' };
}

const fieldError = (issue: z.core.$ZodIssue): FieldError => ({
  field: issue.path.join('.'),
  code: issue.code,
  message: issue.message,
});
