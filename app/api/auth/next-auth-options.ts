import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { LONGEST_SESSION_SECONDS } from '@/lib/domain/session/longest-session';
import { signIn } from '@/lib/domain/session/sign-in';
import { signOut } from '@/lib/domain/session/sign-out';
import { cookieName, SessionClaims } from '@/lib/infra/auth/session-cookie';
import { services } from '../services';

declare module 'next-auth' {
  interface User {
    sessionId: string;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}

/**
 * next-auth keeps the cookie and the CSRF token; who may in, and what a session is, our domain says. `onFailure` is told
 * why an attempt could not be judged: next-auth itself would call it a wrong password.
 */
export function nextAuthOptions(onFailure: (error: unknown) => void): NextAuthOptions {
  const { secret, secureCookies, sessionMaxAgeSeconds } = services();
  return {
    secret,
    useSecureCookies: secureCookies,
    cookies: ownCookies(secureCookies),
    // The row in the database says when a session ends, which may be extended; the cookie only has to last as long.
    session: { strategy: 'jwt', maxAge: Math.max(sessionMaxAgeSeconds, LONGEST_SESSION_SECONDS) },
    pages: { signIn: '/login', error: '/login' },
    providers: [
      Credentials({
        name: 'Email and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          const session = await signIn(services(), {
            email: String(given?.email ?? '').slice(0, 320),
            password: String(given?.password ?? '').slice(0, 1_000),
            ipAddress: header(request.headers, 'x-forwarded-for'),
            userAgent: header(request.headers, 'user-agent').slice(0, 500),
            correlationId: randomUUID(),
          }).catch((error: unknown) => {
            onFailure(error);
            return null;
          });
          return (
            session && {
              id: session.userId,
              name: session.name,
              email: session.email,
              sessionId: session.sessionId,
            }
          );
        },
      }),
    ],
    callbacks: {
      // Only ids go into the cookie: the rest is in the database, where it can change.
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sessionId } : token),
    },
    events: {
      async signOut({ token }) {
        const claims = SessionClaims.safeParse(token);
        if (!claims.success) return;
        const { sub: userId, sid: sessionId } = claims.data;
        await signOut(services().unitOfWork, { userId, sessionId, correlationId: randomUUID() });
      },
    },
    logger: {
      error: (code, details) => services().logger.error({ code, details }, 'next-auth'),
      warn: (code) => services().logger.warn({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/** On https all with the `__Host-` prefix: no other host of the domain can plant one. */
function ownCookies(secure: boolean): NextAuthOptions['cookies'] {
  const prefix = secure ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  return {
    sessionToken: { name: cookieName(secure), options },
    csrfToken: { name: `${prefix}nimbusu.csrf`, options },
    callbackUrl: { name: `${prefix}nimbusu.callback-url`, options },
  };
}

function header(headers: Record<string, unknown> | undefined, name: string): string {
  const value = headers?.[name];
  return typeof value === 'string' ? value : '';
}
