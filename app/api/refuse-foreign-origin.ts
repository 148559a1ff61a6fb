import { DomainProblem } from '@/lib/domain/problem';

/**
 * A browser names the page a write comes from; a page of somebody else may not write with the visitor's cookie. A page
 * without an origin of its own (`null`) is somebody else's too. Programs that are not browsers name none and hold nobody
 * else's cookies.
 * @throws {DomainProblem} `origin.foreign`
 */
export function refuseForeignOrigin(request: Request, allowedOrigins: readonly string[]): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOurs =
    origin === null
      ? site === null || site === 'same-origin' || site === 'none'
      : allowedOrigins.includes(origin);
  if (!isOurs) throw new DomainProblem('origin.foreign');
}
