import { sitePath } from '../http/site-path';

/** Where to go after signing in: the page asked for, or `home`. Never a foreign address, never the log-in page again. */
export function pageAfterLogin(callbackUrl: unknown, home: string): string {
  const path = sitePath(callbackUrl, home);
  return /^\/login(?:[/?#]|$)/.test(path) ? home : path;
}
