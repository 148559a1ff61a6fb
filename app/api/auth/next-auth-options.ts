import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { LONGEST_SESSION_SECONDS } from '@/lib/domain/session/longest-session';
import type { NewSession } from '@/lib/domain/session/open-session';
import { signIn } from '@/lib/domain/session/sign-in';
import { signOut } from '@/lib/domain/session/sign-out';
import { cookieName, SessionClaims } from '@/lib/infra/auth/session-cookie';
import { services } from '../services';
import { describeProvider, openFor } from './provider';

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
 * next-auth keeps the cookie and the CSRF token, and talks with the provider; who may in, and what a session is, our domain
 * says. For one request: `onFailure` is told why an attempt to sign in with a password could not be judged, which next-auth
 * itself would call a wrong password.
 */
export function nextAuthOptions(
  request: { headers: Headers; correlationId: string },
  onFailure: (error: unknown) => void,
): NextAuthOptions {
  const { secret, secureCookies, sessionMaxAgeSeconds, provider } = services();
  const { correlationId } = request;
  const origin = {
    ipAddress: request.headers.get('x-forwarded-for') ?? '',
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 500),
    correlationId,
  };
  // What the provider's answer has opened, until it is in the cookie.
  let opened: NewSession | null = null;
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
        async authorize(given) {
          const session = await signIn(services(), {
            email: String(given?.email ?? '').slice(0, 320),
            password: String(given?.password ?? '').slice(0, 1_000),
            ...origin,
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
      ...(provider ? [describeProvider(provider)] : []),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc' || !provider) return true;
        try {
          const result = await openFor(services(), provider, { claims: profile, ...origin });
          if ('refused' in result) return `/login?error=${result.refused}`;
          opened = result.session;
          return true;
        } catch (error) {
          services().logger.error({ err: error, correlation_id: correlationId }, 'a sign-in failed');
          return '/login?error=failed';
        }
      },
      // Only ids go into the cookie: the rest is in the database, where it can change.
      jwt({ token, user }) {
        if (opened) return { sub: opened.userId, sid: opened.sessionId };
        return user ? { sub: user.id, sid: user.sessionId } : token;
      },
    },
    events: {
      async signOut({ token }) {
        const claims = SessionClaims.safeParse(token);
        if (!claims.success) return;
        const { sub: userId, sid: sessionId } = claims.data;
        await signOut(services().unitOfWork, { userId, sessionId, correlationId });
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
    state: { name: `${prefix}nimbusu.state`, options },
    nonce: { name: `${prefix}nimbusu.nonce`, options },
    pkceCodeVerifier: { name: `${prefix}nimbusu.pkce`, options },
    callbackUrl: { name: `${prefix}nimbusu.callback-url`, options },
  };
}
