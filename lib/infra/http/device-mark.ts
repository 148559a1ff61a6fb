import { createHash, randomBytes } from 'node:crypto';
import { readCookie } from './read-cookie';

/** As long as browsers keep a cookie. */
const LIFETIME_SECONDS = 400 * 86_400;
const MARK = /^[A-Za-z0-9_-]{22}$/;

export interface DeviceMark {
  /** What is kept of it: the mark itself is not to be found in the database. */
  readonly hash: string;
  /** The cookie to set, of a browser that had none. */
  readonly setCookie: string | null;
}

/**
 * Tells whether two requests came from one browser, whoever was signed in, and nothing else: random, for our own host alone,
 * not readable by scripts. Of two marks, or of something else under the name, none is believed.
 */
export function readDeviceMark(cookieHeader: string | null, secure: boolean): DeviceMark {
  const name = `${secure ? '__Host-' : ''}nimbusu.device`;
  const known = readCookie(cookieHeader, name);
  if (known !== null && MARK.test(known)) return { hash: hashOf(known), setCookie: null };
  const mark = randomBytes(16).toString('base64url');
  const rules = `Path=/; Max-Age=${LIFETIME_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return { hash: hashOf(mark), setCookie: `${name}=${mark}; ${rules}` };
}

const hashOf = (mark: string) =>
  createHash('sha256').update(`nimbusu device ${mark}`).digest('base64url').slice(0, 22);
