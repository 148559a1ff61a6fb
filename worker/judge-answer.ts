import { isKeptAnswer, isKeptPage } from './kept-places';

interface Judged {
  readonly road: 'page' | 'answer';
  readonly url: URL;
  /** The address of the page that asks; `null` when the worker itself does, for a page. */
  readonly askedBy: string | null;
  readonly status: number;
  readonly redirected: boolean;
  /** Of which session it is, if of any. */
  readonly mark: string | null;
}

/**
 * What an answer of the server means for what is kept. `forget`: nobody is signed in any more. `keep`: it may be shown
 * later, to the session it is marked with. Whether there is a session only the server knows, so only its word counts: the
 * log-in page is shown to nobody who is signed in.
 */
export function judgeAnswer({
  road,
  url,
  askedBy,
  status,
  redirected,
  mark,
}: Judged): 'forget' | 'keep' | 'leave' {
  const { pathname, search } = url;
  if (road === 'page' && pathname === '/login' && status === 200 && !redirected) return 'forget';
  if (road === 'answer' && status === 401) return 'forget';
  if (mark === null || status !== 200 || redirected) return 'leave';
  if (road === 'page') return isKeptPage(pathname) && search === '' ? 'keep' : 'leave';
  const isForKeptPage = askedBy === null || isPageAddress(askedBy, url.origin);
  return isForKeptPage && isKeptAnswer(url) ? 'keep' : 'leave';
}

/** Not what a page of the staff asks for, though it be the same address. */
function isPageAddress(address: string, origin: string): boolean {
  const page = URL.canParse(address) ? new URL(address) : null;
  return page?.origin === origin && isKeptPage(page.pathname);
}
