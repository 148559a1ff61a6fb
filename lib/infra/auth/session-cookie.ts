import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod';
import { readCookie } from '../http/read-cookie';

/**
 * The session's cookie. On https the `__Host-` prefix has the browser take it only from this very host, for the whole of
 * it and over TLS: no other host of the domain can plant one.
 */
export const cookieName = (secure: boolean) => `${secure ? '__Host-' : ''}nimbusu.session`;

/** What the cookie says. Role and department are not in it: they come from the database, where they can change. */
export const SessionClaims = z.object({ sub: z.uuid(), sid: z.uuid() });
export type SessionClaims = z.infer<typeof SessionClaims>;

/**
 * The session token of a raw `Cookie` header. Two ids make a token far below the size at which next-auth would cut it into
 * several cookies, so there is one, and of two with its name none is believed.
 */
export function readSessionToken(header: string | undefined, secure: boolean): string | null {
  return readCookie(header, cookieName(secure));
}

/** Opens the encrypted token; `null` when it is forged, expired or not ours. */
export async function openSessionToken(token: string, secret: string): Promise<SessionClaims | null> {
  const payload = await decode({ token, secret }).catch(() => null); // any failure means: not a token of ours
  const claims = SessionClaims.safeParse(payload);
  return claims.success ? claims.data : null;
}

/** The whole `Cookie` header of a session: what a browser would send. */
export async function sealSessionCookie(
  claims: SessionClaims,
  options: { secret: string; secure: boolean; maxAgeSeconds: number },
): Promise<string> {
  const token = await encode({ token: claims, secret: options.secret, maxAge: options.maxAgeSeconds });
  return `${cookieName(options.secure)}=${token}`;
}
