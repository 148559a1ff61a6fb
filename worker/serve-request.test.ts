import { beforeEach, describe, expect, it } from 'vitest';
import { KEPT_AT, SESSION_MARK } from '@/lib/contracts/offline/kept';
import { createBuildFiles } from './build-files';
import type { Road } from './choose-road';
import type { DeviceCaches } from './device-caches';
import { fillShelf } from './fill-shelf';
import { fetchToKeep, serveRequest } from './serve-request';
import { createShelf } from './shelf';
import { memoryCaches } from './testing/memory-caches';

const origin = 'https://portal.example.edu';
const id = '0190b4f2-6d4e-7a00-8000-000000000001';
const policy = "script-src 'nonce-abc'";

let caches: DeviceCaches;
/** What the server says, by path; `undefined`: there is no network. */
let server: ((path: string) => Response) | undefined;
let asked: string[];

beforeEach(() => {
  caches = memoryCaches(origin);
  asked = [];
  server = (path) =>
    new Response(path, { headers: { [SESSION_MARK]: 'mine', 'content-security-policy': policy } });
});

async function fetchPath(path: string): Promise<Response> {
  asked.push(path);
  if (!server) throw new TypeError('Failed to fetch');
  return server(path);
}

function createWorker() {
  const shelf = createShelf({ caches, version: 'one' });
  const files = createBuildFiles({ caches, fetch: fetchPath, paths: ['/_next/static/a.js'] });
  const worker = { shelf, files, fetch: fetchPath };
  return {
    ...worker,
    async serve(road: Exclude<Road, 'past'>, path: string, referrer = `${origin}/inbox`) {
      const work: Promise<unknown>[] = [];
      const answer = await serveRequest(worker, road, {
        request: { url: `${origin}${path}`, referrer },
        network: () => fetchPath(path),
        afterwards: (each) => work.push(each),
      });
      await Promise.all(work);
      return answer;
    },
    fill: (pages: string[], answers: string[], olderThan: number) => {
      const keep = (road: 'page' | 'answer', path: string) => fetchToKeep(worker, road, path, origin);
      return fillShelf({ shelf, files, origin, keep }, { type: 'keep', pages, answers, olderThan });
    },
  };
}

describe('without the network', () => {
  it.each([
    ['page', '/inbox'],
    ['answer', '/api/notifications'],
  ] as const)('a %s is the one seen last, with its policy and its age', async (road, path) => {
    const worker = createWorker();
    await worker.serve(road, path);
    server = undefined;
    const kept = await worker.serve(road, path);
    expect(await kept.text()).toBe(path);
    expect(kept.headers.get('content-security-policy')).toBe(policy);
    expect(Date.parse(kept.headers.get(KEPT_AT) ?? '')).toBeGreaterThan(0);
  });

  it('a thread that was opened inside the app is there, with its page and its course’s discussion', async () => {
    const worker = createWorker();
    const discussion = `/courses/${id}/discussion`;
    const thread = `${discussion}/${id}`;
    await worker.serve('answer', `/api/courses/${id}/forum`, `${origin}${discussion}`);
    await worker.serve('answer', `/api/forum/posts/${id}`, `${origin}${thread}?reply=${id}`);
    server = undefined;
    for (const page of [discussion, thread])
      expect(await (await worker.serve('page', page)).text()).toBe(page);
    expect(await (await worker.serve('answer', `/api/forum/posts/${id}`)).text()).toBe(
      `/api/forum/posts/${id}`,
    );
  });

  it('the app opens at the home page that is kept', async () => {
    const worker = createWorker();
    await worker.serve('page', '/inbox');
    await worker.serve('page', '/faculty');
    server = undefined;
    expect((await worker.serve('page', '/')).headers.get('location')).toBe(`${origin}/faculty`);
  });

  it('a page with a search leads to the page without', async () => {
    const worker = createWorker();
    await worker.serve('page', '/inbox');
    server = undefined;
    const answer = await worker.serve('page', '/inbox?open=1');
    expect(answer.headers.get('location')).toBe(`${origin}/inbox`);
  });

  it.each(['/', '/announcements', '/profile', '/admin', '/nowhere'])(
    '%s is the offline page',
    async (path) => {
      const worker = createWorker();
      await worker.files.fill();
      await worker.serve('page', '/admin');
      server = undefined;
      expect(await (await worker.serve('page', path)).text()).toBe('/offline');
    },
  );

  it('the icon is there', async () => {
    const worker = createWorker();
    await worker.files.fill();
    server = undefined;
    expect(await (await worker.serve('icon', '/icon.svg?icon.abc.svg')).text()).toBe('/icon.svg');
  });

  it('an answer that is not kept fails as it would', async () => {
    server = undefined;
    expect((await createWorker().serve('answer', '/api/notifications')).type).toBe('error');
  });

  it('the router is told to load the page whole', async () => {
    server = undefined;
    const answer = await createWorker().serve('part', '/inbox');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
  });
});

it('while the server answers, its word counts: a failure too', async () => {
  const worker = createWorker();
  await worker.serve('page', '/inbox');
  await worker.serve('answer', '/api/notifications');
  server = () => new Response('down', { status: 503 });
  expect(await (await worker.serve('page', '/inbox')).text()).toBe('down');
  expect(await (await worker.serve('answer', '/api/notifications')).text()).toBe('down');
});

describe('nothing is left', () => {
  const shelves = async () => (await caches.keys()).filter((name) => name.startsWith('nimbusu-kept-'));

  it.each([
    ['after signing out', 'sign-out', '/api/auth/signout', 200],
    ['when the session has ended elsewhere', 'answer', '/api/notifications', 401],
    ['when the log-in page is shown', 'page', '/login', 200],
  ] as const)('%s', async (_when, road, path, status) => {
    const worker = createWorker();
    await worker.serve('page', '/inbox');
    expect(await shelves()).toHaveLength(1);
    server = () => new Response('', { status });
    await worker.serve(road, path);
    expect(await shelves()).toEqual([]);
  });

  it('of one user when another’s answers come', async () => {
    const worker = createWorker();
    await worker.serve('page', '/inbox');
    server = () => new Response('theirs', { headers: { [SESSION_MARK]: 'theirs' } });
    await worker.serve('page', '/profile');
    expect(await shelves()).toEqual([]);
  });

  it('but when signing out fails, all stays', async () => {
    const worker = createWorker();
    await worker.serve('page', '/inbox');
    server = () => new Response('', { status: 503 });
    await worker.serve('sign-out', '/api/auth/signout');
    expect(await shelves()).toHaveLength(1);
  });
});

it('who opens a row inside the app has its page too', async () => {
  const worker = createWorker();
  const opened = `/announcements/${id}`;
  await worker.serve('answer', `/api${opened}`, `${origin}${opened}`);
  await worker.serve('answer', `/api${opened}`, `${origin}${opened}`);
  expect(asked).toEqual([`/api${opened}`, opened, `/api${opened}`]);
  server = undefined;
  expect(await (await worker.serve('page', opened)).text()).toBe(opened);
});

it('is filled with what is missing or old, and nothing that may not be kept', async () => {
  const worker = createWorker();
  await worker.files.fill();
  await worker.serve('page', '/inbox');
  asked = [];
  const other = ['/admin', '/api/users', 'https://evil.example/inbox'];
  await worker.fill(['/home', '/inbox', ...other], ['/api/notifications', ...other], 60_000);
  expect(asked).toEqual(['/api/notifications', '/home', '/offline']);
  asked = [];
  await worker.fill(['/inbox'], [], 0);
  expect(asked).toEqual(['/inbox', '/offline']);
});

describe('files of the build', () => {
  it('come from the device, those of another build from the server', async () => {
    const worker = createWorker();
    await worker.files.fill();
    asked = [];
    await worker.serve('file', '/_next/static/a.js');
    expect(asked).toEqual([]);
    await worker.serve('file', '/_next/static/b.js');
    expect(asked).toEqual(['/_next/static/b.js']);
  });

  it('of an older build go; what both have is not fetched again', async () => {
    const older = createBuildFiles({
      caches,
      fetch: fetchPath,
      paths: ['/_next/static/a.js', '/_next/static/old.js'],
    });
    await older.fill();
    asked = [];
    const { files } = createWorker();
    await files.fill();
    expect(asked).toEqual(['/offline', '/icon.svg']);
    await files.tidy();
    expect(await files.find('/_next/static/old.js')).toBeNull();
    expect(await files.find('/_next/static/a.js')).not.toBeNull();
    expect(await files.find('/offline')).not.toBeNull();
  });

  it('that cannot be fetched make the build incomplete', async () => {
    server = () => new Response('', { status: 404 });
    await expect(createWorker().files.fill()).rejects.toThrow('/_next/static/a.js: 404');
  });
});
