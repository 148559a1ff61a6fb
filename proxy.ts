import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { SESSION_MARK } from '@/lib/contracts/offline/kept';
import { sessionMark } from '@/lib/infra/auth/session-mark';
import { env } from '@/lib/infra/env/env';
import { pagePolicy } from '@/lib/infra/http/content-security-policy';

/**
 * Gives every page its content security policy with a nonce of its own, which Next reads from the request's header to stamp
 * its scripts with, and tells the service worker whose page it is. It protects no data: whoever gets past it finds every
 * page and route judging for itself, and an answer whose policy lets nothing run (next.config.mjs).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const { WEB_ORIGIN: origins, NEXTAUTH_URL, NODE_ENV } = env();
  const policy = pagePolicy({ nonce, origins, dev: NODE_ENV === 'development' });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const mark = sessionMark(request.headers.get('cookie'), NEXTAUTH_URL.startsWith('https:'));
  if (mark !== null) response.headers.set(SESSION_MARK, mark);
  return response;
}

export const config = {
  /** Pages, known or not. Routes and files have a policy that never changes: next.config.mjs. */
  matcher: '/((?!api/|_next/static/|(?:socket\\.io|sw\\.js|manifest\\.webmanifest|icon\\.svg)$).*)',
};
