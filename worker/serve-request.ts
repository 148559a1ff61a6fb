import { SESSION_MARK } from '@/lib/contracts/offline/kept';
import { type BuildFiles, ICON, OFFLINE_PAGE } from './build-files';
import type { Road } from './choose-road';
import { judgeAnswer } from './judge-answer';
import { homes, isKeptPage, pageOfAnswer } from './kept-places';
import type { Moment, Shelf } from './shelf';

/** One request on its way. */
export interface Journey {
  readonly request: Pick<Request, 'url' | 'referrer'>;
  /** The server's own answer; rejects when there is none. */
  readonly network: () => Promise<Response>;
  /** What may go on after the answer was given. */
  readonly afterwards: (work: Promise<unknown>) => void;
}

interface Worker {
  readonly shelf: Shelf;
  readonly files: BuildFiles;
  /** Asks as the worker itself. */
  readonly fetch: (path: string) => Promise<Response>;
}

/** The network first for all that can change; what is kept only where the network does not answer. */
export function serveRequest(
  worker: Worker,
  road: Exclude<Road, 'past'>,
  journey: Journey,
): Promise<Response> {
  const roads: Record<Exclude<Road, 'past'>, () => Promise<Response>> = {
    file: async () => (await worker.files.find(new URL(journey.request.url).pathname)) ?? journey.network(),
    icon: () => journey.network().catch(async () => (await worker.files.find(ICON)) ?? Response.error()),
    page: () => networkFirst(worker, 'page', journey, () => keptPage(worker, new URL(journey.request.url))),
    answer: () =>
      networkFirst(worker, 'answer', journey, async () => {
        return (await worker.shelf.find(new URL(journey.request.url))) ?? Response.error();
      }),
    // Anything but a part of a page makes the router load the page whole, and that is kept whole.
    part: () => journey.network().catch(() => new Response('', { headers: { 'content-type': 'text/html' } })),
    'sign-out': async () => {
      const answer = await journey.network();
      if (answer.ok) await worker.shelf.forget();
      return answer;
    },
  };
  return roads[road]();
}

/** Fetches a page or an answer to keep it. */
export async function fetchToKeep(
  worker: Worker,
  road: 'page' | 'answer',
  path: string,
  origin: string,
): Promise<void> {
  const asked = worker.shelf.now();
  const answer = await worker.fetch(path);
  await take(worker, { road, url: new URL(path, origin), askedBy: null, asked }, answer)();
}

async function networkFirst(
  worker: Worker,
  road: 'page' | 'answer',
  { request, network, afterwards }: Journey,
  kept: () => Promise<Response>,
): Promise<Response> {
  const asked = worker.shelf.now();
  let answer: Response;
  try {
    answer = await network();
  } catch {
    // No network, no server: that is what all of this is for.
    return kept();
  }
  const question = { road, url: new URL(request.url), askedBy: request.referrer, asked };
  afterwards(take(worker, question, answer)());
  return answer;
}

interface Question {
  road: 'page' | 'answer';
  url: URL;
  askedBy: string | null;
  asked: Moment;
}

/** Judges an answer at once, before anybody reads it; what is returned does what follows from it. */
function take({ shelf, ...worker }: Worker, question: Question, answer: Response): () => Promise<void> {
  const { road, url, asked } = question;
  const mark = answer.headers.get(SESSION_MARK);
  const verdict = judgeAnswer({ ...question, status: answer.status, redirected: answer.redirected, mark });
  if (verdict === 'forget') return () => shelf.forget();
  if (mark === null) return async () => undefined;
  if (verdict === 'leave') return () => shelf.belongsTo(mark, asked);
  const copy = answer.clone();
  return async () => {
    await shelf.keep(mark, asked, url, copy);
    // Who opened a row inside the app was never sent its page.
    const page = road === 'answer' ? pageOfAnswer(url, question.askedBy) : null;
    if (page !== null && !(await shelf.find(new URL(page, url))))
      await fetchToKeep({ shelf, ...worker }, 'page', page, url.origin);
  };
}

async function keptPage({ shelf, files }: Worker, url: URL): Promise<Response> {
  const find = (pathname: string) => shelf.find(new URL(pathname, url));
  if (url.pathname === '/') {
    for (const home of homes) if (await find(home)) return Response.redirect(new URL(home, url), 302);
  }
  const kept = isKeptPage(url.pathname) ? await find(url.pathname) : null;
  // Pages are kept without their search: it chooses among rows that may not be here.
  if (kept && url.search !== '') return Response.redirect(new URL(url.pathname, url), 302);
  return kept ?? (await files.find(OFFLINE_PAGE)) ?? Response.error();
}
