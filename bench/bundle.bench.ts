import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { emptyPageBytes, gzippedBytes, MOST_KB, scriptsOf } from '@/tests/first-load';
import type { Bench, Row } from './bench';
import { openBrowser, openScreen } from './open-browser';
import { openPortal, type Portal } from './portal';

const bench: Bench = {
  about: `Gzipped JavaScript that the HTML of a page itself asks for (scripts and their preloads, each file gzipped by itself; of which a browser that knows modules loads all), over that of the page Next adds to every build for a failed root layout: an empty page with nothing of ours in it, whose size is the baseline. Beside it, without a target, all JavaScript over that baseline that is loaded until the network has been idle for half a second: the live connection, the toasts and what is fetched ahead come then, after the first paint. Sizes do not depend on the machine; \`e2e/weight.spec.ts\` fails when a page of the app is heavier than pages are held to.`,
  async run(world) {
    const portal = await openPortal(world);
    const { sql } = portal.database;
    const departmentId = await createDepartment(sql, 'CS');
    const users = {
      student: await createUser(sql, { role: 'student', departmentId }),
      faculty: await createUser(sql, { role: 'faculty', departmentId }),
      admin: await createUser(sql, { role: 'admin' }),
    };
    const browser = await openBrowser(world);
    const empty = emptyPageBytes(portal.nextFolder) / 1_000;
    const rows: Row[] = [];
    for (const [path, who] of PAGES) {
      const { first, all } = await measure(browser, portal, path, users[who]);
      const most = who === 'student' ? MOST_KB.student : MOST_KB.staff;
      const over = (kB: number) => `${(kB - empty).toFixed(1)} kB over`;
      const baseline = `${empty.toFixed(1)} kB`;
      rows.push({
        what: `${path}, at first`,
        ours: over(first),
        baseline,
        ratio: first / empty,
        target: `at most ${most} kB over`,
        met: first - empty <= most,
      });
      rows.push({
        what: `${path}, until idle`,
        ours: over(all),
        baseline,
        ratio: all / empty,
        target: '',
        met: null,
      });
    }
    return rows;
  },
};
export default bench;

const PAGES = [
  ['/home', 'student'],
  ['/inbox', 'student'],
  ['/announcements', 'student'],
  ['/profile', 'student'],
  ['/faculty', 'faculty'],
  ['/admin', 'admin'],
  ['/admin/announcements', 'admin'],
  ['/admin/announcements/new', 'admin'],
  ['/admin/events', 'admin'],
] as const;

async function measure(browser: Browser, { origin, nextFolder }: Portal, path: string, user: TestUser) {
  const context = await openScreen(browser, origin, user);
  const page = await context.newPage();
  const bodies: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/\/_next\/static\/.+\.js$/.test(new URL(response.url()).pathname)) return;
    bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  const answer = await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
  const first = gzippedBytes(scriptsOf((await answer?.text()) ?? ''), nextFolder) / 1_000;
  const all = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0) / 1_000;
  await context.close();
  return { first, all };
}
