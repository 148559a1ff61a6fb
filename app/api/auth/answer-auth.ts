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
    const { nextauth } = await context.params;
    if (!answered[method]?.includes(nextauth.join('/'))) throw new DomainProblem('resource.not_found');
    refuseForeignOrigin(request, services().allowedOrigins);
    const body = method === 'POST' ? await readLimitedText(request, LIMIT) : null;
    publishAddress();
    const failures: unknown[] = [];
    const handler = NextAuth(nextAuthOptions((error) => failures.push(error)));
    const response = await handler(new NextRequest(url, { method, headers: request.headers, body }), context);
    if (failures.length > 0) throw failures[0];
    return response;
  } catch (error) {
    return problemResponse(error, { correlationId, headers, method, url, etagOf: () => null });
  }
}
