import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod';

/** next-auth's cookie; on https the `__Secure-` prefix makes the browser refuse it from anywhere else. */
export const cookieName = (secure: boolean) => `${secure ? '__Secure-' : ''}next-auth.session-token`;

/** What the cookie says. Role and department are not in it: they come from the database, where they can change. */
export const SessionClaims = z.object({ sub: z.uuid(), sid: z.uuid() });
export type SessionClaims = z.infer<typeof SessionClaims>;

/** The session token of a raw `Cookie` header; next-auth cuts a long one into `.0`, `.1`, … */
export function readSessionToken(header: string | undefined, secure: boolean): string | null {
  const name = cookieName(secure);
  const parts = new Map<number, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const key = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (key === name) parts.set(0, value);
    else if (key.startsWith(`${name}.`) && /^\d+$/.test(key.slice(name.length + 1))) {
      parts.set(Number(key.slice(name.length + 1)), value);
    }
  }
  if (parts.size === 0) return null;
  return [...parts]
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
    .join('');
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
