import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { bypassVariants } from './bypass-variants';
import { withProductDatabase } from './product-database';
import { type RawRequest, rawRequest } from './raw-request';
import { accounts } from './sign-in';
import { signedInClient } from './signed-in-client';
import { type RunningWeb, startCopy } from './start-copy';

/**
 * No way of asking brings out what one may not see. Everything that is kept from somebody bears a mark; the mark must be in
 * no answer, with `proxy.ts` and without it.
 */
const mark = `mark-${randomUUID().slice(0, 8)}`;
const marked = {
  /** Announced to Mechanical Engineering alone. */
  announcement: `${mark}-announcement`,
  draft: `${mark}-draft`,
  person: `${mark}-person`,
};

interface World {
  announcementId: string;
  draftId: string;
  sessionId: string;
  /** Of a student of Computer Science, who is meant to see none of it. */
  student: string;
  /** Those who may. */
  admin: APIRequestContext;
  student2: APIRequestContext;
}
let world: World;
let withoutProxy: RunningWeb;
let port: number;

test.beforeAll(async ({ playwright, baseURL: given }) => {
  const baseURL = given ?? '';
  port = Number(new URL(baseURL).port);
  const admin = await signedInClient(playwright, baseURL, accounts.admin);
  const student2 = await signedInClient(playwright, baseURL, accounts.student2, mark);
  const create = async (title: string) => {
    const target = { target_audience: 'department', target_details: { department_ids: ['ME'] } };
    const answer = await admin.post('/api/announcements', {
      data: { title, content: `${title} text`, ...target },
    });
    return String((await answer.json()).id);
  };
  const [announcementId, draftId] = [await create(marked.announcement), await create(marked.draft)];
  expect((await admin.post(`/api/announcements/${announcementId}/publish`)).status()).toBe(200);
  const [{ id: sessionId = '' } = {}] = await withProductDatabase(async (client) => {
    await client.query(
      `INSERT INTO app_user (id, email, name, role, password_hash) VALUES ($1, $2, $3, 'student', 'none')`,
      [randomUUID(), `${marked.person}@nimbusu.test`, marked.person],
    );
    return (await client.query('SELECT id FROM session WHERE user_agent = $1', [mark])).rows;
  });
  const client = await signedInClient(playwright, baseURL, accounts.student);
  const student = (await client.storageState()).cookies
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  await client.dispose();
  world = { announcementId, draftId, sessionId, student, admin, student2 };
  withoutProxy = await startCopy({ name: 'without-proxy', bffPort: port + 1, withoutProxy: true });
});

test.afterAll(async () => {
  await withoutProxy?.stop();
  await Promise.all([world?.admin.dispose(), world?.student2.dispose()]);
});

/** Where what is kept from a student would be. */
const targets = () => [
  '/admin/announcements',
  `/announcements/${world.announcementId}`,
  `/api/announcements/${world.draftId}`,
  `/api/announcements/${world.announcementId}`,
  `/api/users?query=${marked.person}`,
  '/api/announcements',
  '/api/notifications',
  '/api/me/sessions',
  `/api/me/sessions/${world.sessionId}`,
];

test('those who may see what is marked do', async () => {
  const { admin, student2, announcementId, draftId, sessionId } = world;
  const textOf = async (client: APIRequestContext, path: string) => (await client.get(path)).text();
  expect(await textOf(admin, `/api/announcements/${draftId}`)).toContain(marked.draft);
  expect(await textOf(admin, '/api/announcements')).toContain(marked.draft);
  expect(await textOf(admin, `/api/users?query=${marked.person}`)).toContain(marked.person);
  expect(await textOf(student2, `/api/announcements/${announcementId}`)).toContain(marked.announcement);
  expect(await textOf(student2, '/api/me/sessions')).toContain(sessionId);
  await expect.poll(() => textOf(student2, '/api/notifications')).toContain(marked.announcement);
});

for (const server of ['the product', 'the product without proxy.ts'] as const) {
  for (const who of ['nobody', 'a student it is not for'] as const) {
    test(`${server} shows ${who} nothing that is marked, however it is asked`, async () => {
      test.setTimeout(120_000);
      const to = server === 'the product' ? port : withoutProxy.port;
      const cookie: Record<string, string> = who === 'nobody' ? {} : { cookie: world.student };
      const requests = targets().flatMap((path) => bypassVariants(path, to));
      const bad: string[] = [];
      const ask = async ({ method, path, headers }: RawRequest) => {
        const { status, text } = await rawRequest(to, { method, path, headers: { ...headers, ...cookie } });
        // What was asked for may be said again; what it would have brought may not.
        const said = text.replaceAll(path, '').replaceAll(encodeURIComponent(path), '');
        const leaks = [...Object.values(marked), world.sessionId].filter(
          (each) => said.includes(`${each} text`) || (said.includes(each) && !path.includes(each)),
        );
        const isForeign = /"location":"(?:https?:)?\/\/(?!127\.0\.0\.1)/.test(text);
        if (leaks.length > 0 || status >= 500 || isForeign) {
          bad.push(
            `${method} ${path.slice(0, 120)} ${JSON.stringify(headers).slice(0, 160)}: ${status} ${leaks} ${text.slice(0, 200)}`,
          );
        }
      };
      for (let at = 0; at < requests.length; at += 8) await Promise.all(requests.slice(at, at + 8).map(ask));
      expect(bad).toEqual([]);
      expect(requests.length).toBeGreaterThan(1_000);
    });
  }
}

test('nothing of it was changed by asking', async () => {
  const { draftId, announcementId, sessionId } = world;
  const { announcements, sessions } = await withProductDatabase(async (client) => ({
    announcements: (
      await client.query(
        'SELECT title, status, version FROM announcement WHERE id = ANY ($1) ORDER BY title',
        [[draftId, announcementId]],
      )
    ).rows,
    sessions: (await client.query('SELECT revoked_at FROM session WHERE id = $1', [sessionId])).rows,
  }));
  expect(announcements).toMatchObject([
    { title: marked.announcement, status: 'published' },
    { title: marked.draft, status: 'draft', version: 1 },
  ]);
  expect(sessions).toEqual([{ revoked_at: null }]);
});

test('without proxy.ts a page comes with a policy under which nothing runs', async () => {
  const { text } = await rawRequest(withoutProxy.port, { method: 'GET', path: '/login', headers: {} });
  expect(text).toContain(`"content-security-policy":"default-src 'none'; base-uri 'none'`);
});
