import { ICON } from './build-files';
import { isKeptAnswer } from './kept-places';

/**
 * What is done with a request:
 * - `file`: of this build, whose name changes with its content: from the cache, else from the network.
 * - `icon`, `page`, `answer`: from the network; without it, what is kept.
 * - `part`: what the router asks for instead of a whole page. Without the network it is told to load the page whole.
 * - `sign-out`: afterwards nothing is kept any more.
 * - `past`: none of the worker's business.
 */
export type Road = 'file' | 'icon' | 'page' | 'part' | 'answer' | 'sign-out' | 'past';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
  readonly headers: Pick<Headers, 'has'>;
}

export function chooseRoad(asked: Asked, origin: string, files: ReadonlySet<string>): Road {
  const url = new URL(asked.url);
  if (url.origin !== origin) return 'past';
  if (asked.method === 'POST' && url.pathname === '/api/auth/signout') return 'sign-out';
  if (asked.method !== 'GET') return 'past';
  if (files.has(url.pathname)) return 'file';
  if (url.pathname === ICON) return 'icon';
  if (/^\/(?:_next|socket\.io)(?:\/|$)/.test(url.pathname)) return 'past';
  if (/^\/api(?:\/|$)/.test(url.pathname))
    return asked.mode !== 'navigate' && isKeptAnswer(url) ? 'answer' : 'past';
  if (asked.mode === 'navigate') return 'page';
  return asked.headers.has('rsc') || url.searchParams.has('_rsc') ? 'part' : 'past';
}
