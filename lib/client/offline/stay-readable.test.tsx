import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stayReadable } from './stay-readable';

/** The browser's side of a worker: notes what it is told, and answers for its build's files. */
let container: ReturnType<typeof createContainer>;
let told: { type: string; pages?: string[]; answers?: string[]; olderThan?: number }[];
let filesOfBuild: string[];
let isChanged: boolean;
const onNewBuild = vi.fn();
const onFault = vi.fn();
let stop = () => {};

const worker = {
  postMessage(message: (typeof told)[number] & { paths?: string[] }, ports: MessagePort[] = []) {
    told.push(message);
    ports[0]?.postMessage(message.paths?.every((path) => filesOfBuild.includes(path)));
  },
};

function createContainer() {
  const none: { controller: typeof worker | null } = { controller: null };
  return Object.assign(new EventTarget(), none, {
    register: vi.fn(async () => undefined),
    ready: Promise.resolve({ active: worker }),
  });
}

beforeEach(() => {
  told = [];
  isChanged = false;
  filesOfBuild = ['/_next/static/a.js'];
  onNewBuild.mockReset();
  onFault.mockReset();
  container = createContainer();
  vi.stubGlobal('navigator', { serviceWorker: container });
  window.history.replaceState(null, '', '/announcements/1');
  document.head.innerHTML = '<script type="text/plain" src="/_next/static/a.js"></script>';
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(): void {
  stop = stayReadable({
    home: '/faculty',
    olderThan: 5,
    takeChange: () => isChanged,
    onNewBuild,
    onFault,
  });
}

function takeOver(): void {
  container.controller = worker;
  container.dispatchEvent(new Event('controllerchange'));
}

it('has the pages and lists brought that are read without a network', async () => {
  start();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(container.register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' });
  expect(told[0]).toMatchObject({
    type: 'keep',
    pages: ['/faculty', '/inbox', '/announcements', '/timetable', '/announcements/1'],
    olderThan: 5,
  });
  expect(told[0]?.answers).toEqual(
    expect.arrayContaining([
      '/api/notifications',
      '/api/announcements?scope=received',
      '/api/announcements/1',
    ]),
  );
});

it('has a discussion or a thread that is open brought with what it shows', async () => {
  const answersAt = async (path: string) => {
    window.history.replaceState(null, '', path);
    told = [];
    start();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    stop();
    expect(told[0]?.pages).toContain(path);
    return told[0]?.answers;
  };
  expect(await answersAt('/courses/c1/discussion')).toEqual(
    expect.arrayContaining(['/api/courses/c1/forum', '/api/courses/c1/forum/summary']),
  );
  expect(await answersAt('/courses/c1/discussion/p1')).toEqual(
    expect.arrayContaining(['/api/forum/posts/p1', '/api/forum/posts/p1/replies?limit=100&after=0']),
  );
});

it('put away, it has the lists brought anew when something came, and only then', async () => {
  start();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  isChanged = true;
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toMatchObject({ type: 'keep', pages: [], olderThan: 0 });
});

it('has a worker of another build bring everything: it has nothing yet', async () => {
  start();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  takeOver();
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toMatchObject({ type: 'keep', pages: told[0]?.pages, answers: told[0]?.answers });
});

it('tells of a newer build only where this page is of an older one', async () => {
  start();
  takeOver();
  takeOver();
  await vi.waitFor(() => expect(told.filter(({ type }) => type === 'has-files')).toHaveLength(1));
  expect(onNewBuild).not.toHaveBeenCalled();
  filesOfBuild = ['/_next/static/b.js'];
  takeOver();
  await vi.waitFor(() => expect(onNewBuild).toHaveBeenCalledOnce());
});

it('a browser that forbids it is reported, not suffered', async () => {
  container.register = vi.fn(async () => {
    throw new DOMException('denied', 'SecurityError');
  });
  start();
  await vi.waitFor(() => expect(onFault).toHaveBeenCalledOnce());
  expect(told).toEqual([]);
});
