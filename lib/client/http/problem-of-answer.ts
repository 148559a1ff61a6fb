import { Problem, type ProblemCode } from '@/lib/contracts/http/problem';
import { retriableCodes } from '@/lib/contracts/http/retriable-codes';
import { ApiProblem, ownProblem } from './api-problem';

/** Reads the body of an answer outside 2xx. A body that is no problem (a proxy's page) is told by its status alone. */
export function problemOfAnswer(status: number, body: unknown): ApiProblem {
  const parsed = Problem.safeParse(body);
  if (!parsed.success)
    return status >= 500
      ? catalogued('service.unavailable', { status, title: 'The service is not available right now' })
      : ownProblem('answer.unreadable', body, status);
  const { correlation_id, type: _type, ...parts } = parsed.data;
  return new ApiProblem({
    ...parts,
    status,
    correlationId: correlation_id,
    retriable: retriableCodes.has(parts.code),
  });
}

/** One of the API's problems that came another way than by an answer of its own. */
export function catalogued(
  code: ProblemCode,
  more: { status: number; title: string; cause?: unknown },
): ApiProblem {
  return new ApiProblem({ code, retriable: retriableCodes.has(code), ...more });
}
