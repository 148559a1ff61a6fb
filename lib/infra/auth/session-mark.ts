import { createHash } from 'node:crypto';
import { readSessionToken } from './session-cookie';

/** Names a session without telling anything of it: what a device keeps of one session it shows to no other. */
export function sessionMark(cookieHeader: string | null, secure: boolean): string | null {
  const token = readSessionToken(cookieHeader ?? undefined, secure);
  return token === null ? null : createHash('sha256').update(token).digest('base64url').slice(0, 22);
}
