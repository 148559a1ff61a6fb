import type { Page } from '@playwright/test';
import { announce, newTitle, rows } from './announce';
import { expectClean } from './expect-clean';
import { afterTheEnd, expect, test } from './portal-test';
import { untilAlive } from './return-when-alive';
import { accounts, connection, expectLive, fillCredentials, password, signOut } from './sign-in';

// Pages are opened again and again, with and without a network.
test.describe.configure({ timeout: 120_000 });

const withWorker = { serviceWorkers: 'allow' } as const;
const offlineNoise = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection/;

/** What the device keeps of its user: the paths, all shelves together. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('nimbusu-kept-'));
    const lists = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return lists.flat().map((url) => url.slice(new URL(url).origin.length));
  });
}

/** Until the worker controls the page and has brought what it keeps. */
async function expectKept(page: Page, ...paths: string[]): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptPaths(page)).toEqual(expect.arrayContaining(paths));
}

test('the manifest is whole, and its icons are there in the sizes it says', async ({ portal }) => {
  const page = await portal.visit();
  await page.goto('/login');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect((await page.request.get(url)).ok(), url).toBe(true);
});

test('what was last seen can be read without a network, with its age, and catches up', async ({ portal }) => {
  portal.allowConsole(offlineNoise);
  const admin = await portal.visit('admin');
  const [opened, unopened, missed] = [newTitle('Opened'), newTitle('Unopened'), newTitle('Missed')];
  const content = 'Room **B12**, at ten.';
  for (const title of [opened, unopened]) await announce(admin, { title, content, audience: 'all' });
  const student = await portal.visit('student', withWorker);
  await student.getByRole('main').getByRole('link', { name: opened }).first().click();
  await expect(student.getByRole('heading', { name: opened })).toBeVisible();
  const path = new URL(student.url()).pathname;
  await expectKept(student, '/home', '/inbox', '/announcements', path, `/api${path}`);

  await student.context().setOffline(true);
  await student.reload();
  await expect(student.getByRole('heading', { name: opened })).toBeVisible();
  await expect(student.getByText('B12')).toBeVisible();
  const age = student.getByText(/^You are offline\. This is as of \d\d:\d\d;/);
  await expect(age).toBeVisible();
  await expect(connection(student)).toHaveText(/^Offline since/);

  // From page to page, as online; and cold, as from the home screen.
  await student
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click();
  await expect(student).toHaveURL('/inbox');
  await expect(rows(student, opened)).toHaveCount(1);
  await expect(age).toBeVisible();
  const cold = await portal.openTab(student, '/');
  await expect(cold).toHaveURL('/home');
  await expect(rows(cold, unopened).first()).toBeVisible();
  await cold.goto('/announcements');
  await expect(rows(cold, opened)).toHaveCount(1);
  await expect(cold.getByText(/^You are offline\. This is as of/)).toBeVisible();

  // An action is refused, and nothing changes.
  await student.getByRole('button', { name: `Mark "${unopened}" as read` }).click();
  await expect(student.getByRole('button', { name: `Mark "${unopened}" as read` })).toBeVisible();

  // What was not opened is not there, and the page says so.
  await cold.getByRole('link', { name: unopened }).click();
  await expect(cold.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await expect(cold.getByRole('link', { name: 'Inbox' })).toBeVisible();

  await announce(admin, { title: missed, audience: 'all' });
  await student.context().setOffline(false);
  await expectLive(student);
  await expect(rows(student, missed)).toHaveCount(1);
  await expect(age).toHaveCount(0);
  await expect(cold.getByRole('heading', { name: unopened })).toBeVisible();
});

/** Everything of the app that could be read without a network, opened one after the other. */
async function expectNothingReadable(page: Page): Promise<void> {
  await page.context().setOffline(true);
  for (const path of ['/', '/home', '/inbox', '/announcements']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
  }
  // The page asks again by itself as soon as there is a network, and is led to the log-in.
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

test('signing out leaves nothing, and the next one finds nothing of the one before', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  portal.allowConsole(offlineNoise);
  const page = await portal.visit('student', withWorker);
  await expectKept(page, '/home', '/inbox', '/announcements', '/api/notifications');
  await signOut(page);
  await expect(page).toHaveURL('/login');
  await expect.poll(() => keptPaths(page)).toEqual([]);
  await expectNothingReadable(page);

  await page.goto('/login');
  await fillCredentials(page, accounts.faculty, password);
  await expectLive(page);
  await expectKept(page, '/faculty', '/inbox');
  expect(await keptPaths(page)).not.toContain('/home');
});

test('a session that is ended from elsewhere leaves nothing', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  portal.allowConsole(offlineNoise);
  const lost = await portal.visit('student2', withWorker);
  await expectKept(lost, '/home', '/inbox');
  const own = await portal.visit('student2');
  await own.goto('/profile');
  await own.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await own.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await expect(lost).toHaveURL(/\/login/);
  await expect.poll(() => keptPaths(lost)).toEqual([]);
  await expectNothingReadable(lost);
});

test('another session in the same browser takes the place of the first, without a sign-out', async ({
  portal,
}) => {
  portal.allowConsole(offlineNoise);
  const page = await portal.visit('student', withWorker);
  await expectKept(page, '/home');
  await page.context().clearCookies({ name: 'nimbusu.session' });
  // As if the cookie had been exchanged: the log-in page is never seen by the worker.
  const other = await portal.visit('faculty');
  await page.context().addCookies(await other.context().cookies());
  await page.goto('/profile');
  await expect.poll(() => keptPaths(page)).not.toContain('/home');
  await expectKept(page, '/faculty');
});

test('of the staff’s pages nothing is kept', async ({ portal }) => {
  const admin = await portal.visit('admin', withWorker);
  await expectKept(admin, '/inbox');
  for (const path of ['/admin', '/admin/announcements', '/admin/events', '/admin/settings', '/profile']) {
    await admin.goto(path);
    await expect(admin.getByRole('main')).toBeVisible();
    await expect(admin.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  }
  const kept = await keptPaths(admin);
  expect(
    kept.filter((path) => !/^\/(inbox$|api\/(notifications|announcements\?scope=received))/.test(path)),
  ).toEqual([]);
});

test('the offline page speaks the language of its reader, in their theme', async ({ portal }) => {
  portal.allowConsole(offlineNoise);
  const page = await portal.visit('student2', withWorker);
  await expectKept(page, '/home', '/inbox');
  await page.goto('/profile');
  await page.getByText('Deutsch', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Profil', exact: true })).toBeVisible();
  await expect.poll(() => page.evaluate(offlinePageLanguage)).toBe('de');
  await page.context().setOffline(true);
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Sie sind offline' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Posteingang' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expectClean(page, 'the offline page');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.reload();
  await expect(page.locator('html')).toContainClass('dark');

  // With the network the page that was asked for comes by itself.
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: 'Profil', exact: true })).toBeVisible();
  await untilAlive(page);
  await page.getByText('Wie der Browser', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Profile', exact: true })).toBeVisible();
});

/** Runs in the page. */
async function offlinePageLanguage(): Promise<string | undefined> {
  const kept = await (await caches.open('nimbusu-files')).match('/offline');
  return /<html lang="(\w+)"/.exec((await kept?.text()) ?? '')?.[1];
}

test('the worker comes fresh, for the whole portal, under a policy of its own', async ({
  playwright,
  baseURL,
}) => {
  const client = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const headers = (await client.get('/sw.js')).headers();
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['service-worker-allowed']).toBe('/');
  expect(headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'");
  await client.dispose();
});
