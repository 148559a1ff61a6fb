import type { ProblemCode } from '@/lib/contracts/http/problem';
import type { RouteDeclaration } from '../route-declaration';

/** Every problem a route can answer with: what the wrapper finds before the work, and what the route says of its own. */
export function knownProblems(method: string, route: RouteDeclaration): ProblemCode[] {
  const found: ProblemCode[] = [];
  const when = (condition: boolean, ...codes: ProblemCode[]) => {
    if (condition) found.push(...codes);
  };
  when(method !== 'get', 'origin.foreign');
  when(route.access !== 'anyone', 'auth.required');
  when(route.access !== 'anyone' && route.access !== 'program', 'auth.second_factor_missing');
  when(typeof route.access !== 'string', 'auth.forbidden');
  when(Boolean(route.query || route.params), 'request.invalid');
  when(
    route.body !== undefined,
    'request.malformed',
    'request.wrong_media_type',
    'request.too_large',
    'request.invalid',
  );
  when(route.ifMatch === 'required', 'precondition.required');
  when(
    route.ifMatch === 'required' || route.ifMatch === 'optional',
    'request.malformed',
    'precondition.failed',
  );
  when(route.idempotent === true, 'request.malformed', 'idempotency.key_reused', 'idempotency.in_progress');
  found.push(...(route.problems ?? []), 'rate.limited', 'service.failed', 'service.unavailable');
  return [...new Set(found)];
}
