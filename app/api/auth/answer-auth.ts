import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { DomainProblem } from '@/lib/domain/problem';
import { publishAddress } from '@/lib/infra/env/publish-address';
import { problemResponse } from '../problem-response';
import { readLimitedText } from '../read-limited-text';
import { refuseForeignOrigin } from '../refuse-foreign-origin';
import { services } from '../services';
import { nextAuthOptions } from './next-auth-options';

/** What of next-auth is used; the rest of its routes, such as the one that writes to our log, is not there. */
const answered: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf', 'signin', 'error'],
  HEAD: ['csrf', 'signin', 'error'],
  POST: ['callback/credentials', 'signout'],
};

/** The same of a provider, where there is one. */
const answeredOfProvider: Readonly<Record<string, readonly string[]>> = {
  GET: ['callback/oidc'],
  POST: ['signin/oidc'],
};

/** Credentials and a token are small. */
const LIMIT = 16 * 1024;

/** next-auth behind the same door as all other routes: origin, size, problems. */
export async function answerAuth(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const correlationId = randomUUID();
  const headers = new Headers({ 'cache-control': 'no-store', 'x-correlation-id': correlationId });
  const { method, url } = request;
  try {
    const action = (await context.params).nextauth.join('/');
    const isOfProvider = services().provider !== null && answeredOfProvider[method]?.includes(action);
    if (!isOfProvider && !answered[method]?.includes(action)) throw new DomainProblem('resource.not_found');
    refuseForeignOrigin(request, services().allowedOrigins);
    if (isOfProvider) await limitRequests(request);
    const body = method === 'POST' ? await readLimitedText(request, LIMIT) : null;
    publishAddress();
    const failures: unknown[] = [];
    const options = nextAuthOptions({ headers: request.headers, correlationId }, (error) =>
      failures.push(error),
    );
    // Of a query next-auth would make parameters of the request to the provider.
    const address = action === 'signin/oidc' ? withoutQuery(url) : url;
    const handled = new NextRequest(address, { method, headers: request.headers, body });
    const response: Response = await NextAuth(options)(handled, context);
    if (failures.length > 0) throw failures[0];
    if (isOfProvider) leadToLogin(handled, response, options.cookies?.callbackUrl?.name);
    return response;
  } catch (error) {
    return problemResponse(error, { correlationId, headers, method, url, etagOf: () => null });
  }
}

/** Each asks the provider something: nobody makes us ask it without end. @throws {DomainProblem} `rate.limited` */
async function limitRequests(request: Request): Promise<void> {
  const { retryAfterSeconds } = await services().rateLimits.count(request, undefined);
  if (retryAfterSeconds !== null) throw new DomainProblem('rate.limited', { retryAfterSeconds });
}

function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = '';
  return url.href;
}

/** What did not work is said by the log-in page, which still leads to where one was going. */
function leadToLogin(request: NextRequest, response: Response, cookie: string | undefined): void {
  const location = response.headers.get('location');
  const origin = services().publicOrigin;
  const page = location === null ? null : new URL(location, origin);
  if (page?.origin !== origin || !['/login', '/api/auth/error'].includes(page.pathname)) return;
  page.pathname = '/login';
  const wanted = cookie && request.cookies.get(cookie)?.value;
  const url = wanted && URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  if (url?.origin === origin) page.searchParams.set('callbackUrl', `${url.pathname}${url.search}`);
  response.headers.set('location', page.href);
}
