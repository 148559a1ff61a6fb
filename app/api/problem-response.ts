import * as z from 'zod';
import { type FieldError, type Problem, type ProblemCode, problems } from '@/lib/contracts/http/problem';
import { DomainProblem } from '@/lib/domain/problem';
import { isOutage } from '@/lib/infra/db/is-outage';
import { services } from './services';

interface Circumstances {
  readonly correlationId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly url: string;
}

/** Any failure of a route as RFC 9457 problem details. What the client cannot mend is logged, not told. */
export function problemResponse(error: unknown, circumstances: Circumstances): Response {
  const { code, detail, errors } = judge(error);
  const { status, title } = problems[code];
  if (status >= 500) {
    const { correlationId, method, url } = circumstances;
    services().logger.error(
      { err: error, correlation_id: correlationId, method, path: new URL(url).pathname },
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
    correlation_id: circumstances.correlationId,
  };
  const retry: Record<string, string> = code === 'service.unavailable' ? { 'retry-after': '2' } : {};
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...circumstances.headers, ...retry, 'content-type': 'application/problem+json' },
  });
}

function judge(error: unknown): { code: ProblemCode; detail?: string; errors?: readonly FieldError[] } {
  if (error instanceof DomainProblem) return { code: error.code, ...error.details };
  if (error instanceof z.ZodError) return { code: 'request.invalid', errors: error.issues.map(fieldError) };
  return { code: isOutage(error) ? 'service.unavailable' : 'service.failed' };
}

const fieldError = (issue: z.core.$ZodIssue): FieldError => ({
  field: issue.path.join('.'),
  code: issue.code,
  message: issue.message,
});
