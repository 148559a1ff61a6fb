import type { APIRequestContext } from '@playwright/test';
import { emptyPageBytes, gzippedBytes, MOST_KB, scriptsOf } from '../tests/first-load';
import { appPages } from './app-pages';
import { expect, test } from './portal-test';
import { accounts, type Who } from './sign-in';
import { signedInClient } from './signed-in-client';

/** Whoever may come without signing in may be a student; the API's document is for those who write programs. */
const budgetOf = (page: string, who: Who | null) =>
  who === 'admin' || who === 'faculty' || page === '/docs/api' ? MOST_KB.staff : MOST_KB.student;

/** What is urgent and not acknowledged comes with every page, with what shows it: other tests leave some. */
async function acknowledgeAllUrgent(client: APIRequestContext): Promise<void> {
  const filter = 'scope=received&priority=urgent&unacknowledged=true&limit=100';
  const { items }: { items: { id: string }[] } = await (
    await client.get(`/api/announcements?${filter}`)
  ).json();
  for (const { id } of items) {
    const answer = await client.post(`/api/announcements/${id}/acknowledge`, { data: {} });
    expect(answer.status()).toBe(200);
  }
}

test('no page asks for more JavaScript at first than pages are held to', async ({ playwright, baseURL }) => {
  const empty = emptyPageBytes();
  const clients = {
    admin: await signedInClient(playwright, baseURL ?? '', accounts.admin),
    faculty: await signedInClient(playwright, baseURL ?? '', accounts.faculty),
    student: await signedInClient(playwright, baseURL ?? '', accounts.student),
    nobody: await playwright.request.newContext(baseURL ? { baseURL } : {}),
  };
  for (const client of [clients.admin, clients.faculty, clients.student]) await acknowledgeAllUrgent(client);
  const tooHeavy: string[] = [];
  for (const [page, { who, at }] of Object.entries(appPages)) {
    const client = clients[who ?? 'nobody'];
    for (const address of at) {
      const answer = await client.get(address);
      expect(answer.url(), 'it is the page itself').toContain(address);
      const scripts = scriptsOf(await answer.text());
      expect(scripts.length, `${address} loads Next`).toBeGreaterThan(3);
      const kB = (gzippedBytes(scripts) - empty) / 1_000;
      const most = budgetOf(page, who);
      console.log(`${address}: ${kB.toFixed(1)} kB over an empty page, at most ${most}`);
      if (kB > most) tooHeavy.push(`${address}: ${kB.toFixed(1)} kB, at most ${most}`);
    }
  }
  for (const client of Object.values(clients)) await client.dispose();
  expect(tooHeavy).toEqual([]);
});

test('what is counted is what a browser asks for before anything of the page has run', async ({ portal }) => {
  const student = await portal.visit('student');
  const page = await student.context().newPage();
  const asked = new Set<string>();
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    asked.add(decodeURI(new URL(route.request().url()).pathname).replace('/_next/', ''));
    await route.abort();
  });
  const answer = await page.goto('/home', { waitUntil: 'load' });
  expect([...asked].sort()).toEqual(scriptsOf((await answer?.text()) ?? '').sort());
});
