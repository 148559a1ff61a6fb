import type { WorkerMessage } from '@/lib/contracts/offline/worker-message';
import { announcementListPath } from '../announcement/list-announcements';
import { urgentFilter } from '../announcement/urgent-filter';
import { standingPath } from '../attendance/get-standing';
import { postPath, repliesPath } from '../forum/get-thread';
import { forumPath, summaryPath } from '../forum/list-posts';
import { WORKER_ADDRESS } from '../http/trusted-types';
import { unreadCountPath } from '../notification/count-unread';
import { notificationListPath } from '../notification/list-notifications';
import { weekPath } from '../timetable/get-week';

interface Readable {
  /** The page where this user begins. */
  home: string;
  /** What is kept and older is brought anew, ms. */
  olderThan: number;
  /** Whether rows have changed since this was asked last. */
  takeChange: () => boolean;
  /** There is a newer build than the one this page is of. */
  onNewBuild: () => void;
  onFault: (error: unknown) => void;
}

/**
 * Starts the service worker, has it bring what is read without a network, and again whatever changed when the device is
 * put away: it may be taken up where there is none. Returns what ends it.
 */
export function stayReadable({ home, olderThan, takeChange, onNewBuild, onFault }: Readable): () => void {
  const { serviceWorker } = navigator;
  const attempt = (run: () => Promise<void>) => () => void run().catch(onFault);
  // Administrators have no classes of their own.
  const week = home === '/inbox' ? [] : [weekPath({ of: 'me' })];
  const isStudent = home === '/home';
  const answers = [...lists, ...week, ...(isStudent ? [standingPath] : [])];
  let isFirst = serviceWorker.controller === null;

  /** What is open now too: a worker that has just begun did not see it come. */
  const keepAll = (age: number) => {
    const { pathname } = window.location;
    const pages = [home, '/inbox', '/announcements', ...(home === '/inbox' ? [] : ['/timetable'])];
    if (isStudent) pages.push('/attendance');
    pages.push(pathname);
    return tell({ type: 'keep', pages, answers: [...answers, ...shownAt(pathname)], olderThan: age });
  };
  const start = attempt(async () => {
    await serviceWorker.register(WORKER_ADDRESS, { updateViaCache: 'none' });
    await keepAll(olderThan);
  });
  const renew = attempt(async () => {
    if (document.visibilityState !== 'hidden' || !takeChange()) return;
    await tell({ type: 'keep', pages: [], answers, olderThan: 0 });
  });
  const follow = attempt(async () => {
    const worker = isFirst ? null : serviceWorker.controller;
    isFirst = false;
    // One of another build has nothing yet.
    await keepAll(Number.POSITIVE_INFINITY);
    if (worker && !(await isOfItsBuild(worker))) onNewBuild();
  });

  start();
  document.addEventListener('visibilitychange', renew);
  serviceWorker.addEventListener('controllerchange', follow);
  return () => {
    document.removeEventListener('visibilitychange', renew);
    serviceWorker.removeEventListener('controllerchange', follow);
  };
}

/** The inbox, the announcements, and the home page that is made of both. */
const lists = [
  notificationListPath({}),
  notificationListPath({ unread: true }),
  unreadCountPath,
  announcementListPath(urgentFilter),
  announcementListPath({ scope: 'received' }),
  announcementListPath({ scope: 'received', pinned: true }),
  announcementListPath({ scope: 'received', pinned: false }),
];

/** What a page that is open shows. */
function shownAt(pathname: string): string[] {
  const [, courseId, postId] = /^\/courses\/([\w-]+)\/discussion(?:\/([\w-]+))?$/.exec(pathname) ?? [];
  if (postId !== undefined) return [postPath(postId), repliesPath(postId)];
  if (courseId !== undefined) return [forumPath(courseId), summaryPath(courseId)];
  return [`/api${pathname}`];
}

async function tell(message: WorkerMessage): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message);
}

/** Whether the worker's build has all the scripts of this page. */
function isOfItsBuild(worker: ServiceWorker): Promise<boolean> {
  const paths = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .map(({ src }) => new URL(src).pathname)
    .filter((path) => path.startsWith('/_next/static/'));
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'has-files', paths } satisfies WorkerMessage, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data === true);
    };
  });
}
