import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { sqlOf } from '@/lib/infra/db/sql';
import { insertRecords } from '@/lib/infra/event-log/postgres/append-records';
import { packPayloads, xssPayloads } from '@/tests/xss-payloads';
import { bell } from './announce';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';
import { fillCredentials, homes, password } from './sign-in';
import { signedInClient } from './signed-in-client';

/**
 * Every known way to get a script to run, through every text somebody may write, into every place that shows it. Nothing
 * runs, nothing is even stopped by the policy: the texts come out as texts.
 */
const titles = packPayloads(200);
const names = packPayloads(120);
const bodies = packPayloads(4_000);

/** All pages without a parameter in their path, also those to come. */
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx' && !file.includes('['))
  .map(
    (file) =>
      `/${path
        .dirname(file)
        .replaceAll(/\([^)]+\)\/?/g, '')
        .replace(/\/$/, '')
        .replace('.', '')}`,
  );

/** What a page did with a text that is not showing it, in words. */
async function watchScripts(page: Page): Promise<string[]> {
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('tellRan', (what: string) => ran.push(what));
  await page.addInitScript(() => {
    const tell = (what: string) => {
      if ('tellRan' in window && typeof window.tellRan === 'function') window.tellRan(what);
    };
    Object.assign(window, { xss: () => tell(`xss() at ${location.href}`) });
    // A policy that has to step in is a failure: the code must hold by itself.
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      tell(`policy: ${effectiveDirective} ${sample}`),
    );
  });
  return ran;
}

/** Elements, attributes and addresses that no page of ours has: what a text became. */
async function expectOnlyText(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const never =
      'iframe,object,embed,applet,base,frame,frameset,portal,marquee,math,video,audio,img,image,foreignObject,' +
      'body template,body meta,body link[rel=import],noembed,xmp,plaintext,listing,animate,set,dialog:not([data-ours]),details[ontoggle]';
    const elements = [...document.querySelectorAll(never)].map((element) => element.outerHTML.slice(0, 120));
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            (/^(?:href|src|action|formaction|xlink:href|data)$/.test(name) &&
              /^\s*(?:javascript|data|vbscript|blob):/i.test(value)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    );
    return [...elements, ...attributes];
  });
  expect(found, where).toEqual([]);
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
}

/** Another service says to the reader that there are notifications: their texts, and the addresses they lead to. */
async function tellFromElsewhere(texts: readonly string[]): Promise<void> {
  const example = exampleEnvelope('NOTIFICATION_QUEUED');
  const records = texts.map((text) => {
    const id = randomUUID();
    const told = {
      title: text,
      message: text,
      action_url: text,
      notification_type: 'announcement',
      priority: 'high',
    };
    const event = {
      ...example,
      event_id: randomUUID(),
      service_name: text,
      payload: {
        ...example.payload,
        notification_id: id,
        recipients: { target_audience: 'users', user_ids: [reader.id], count: 1 },
        content: { ...told, created_at: new Date().toISOString(), source_event_id: id },
      },
    };
    return { topic: 'notification.status', key: id, value: JSON.stringify(event) };
  });
  await withProductDatabase((client) => insertRecords(sqlOf(client), records));
}

const run = randomUUID().slice(0, 8);
const reader = { id: randomUUID(), email: `xss-${run}@nimbusu.test` };

test.beforeAll(async () => {
  await withProductDatabase(async (client) => {
    // The reader bears the worst of the names, and so do some whom an admin finds.
    await client.query(
      `INSERT INTO app_user (id, email, name, role, department_id, password_hash)
       SELECT $1, $2, $3, 'student', department_id, password_hash FROM app_user WHERE email = 'student@nimbusu.test'`,
      [reader.id, reader.email, titles[0]],
    );
    await client.query(
      `INSERT INTO app_user (id, email, name, role, department_id, password_hash)
       SELECT gen_random_uuid(), 'xss-' || $1 || '-' || place || '@nimbusu.test', 'xss' || $1 || ' ' || given.name, 'student', department_id, 'none'
       FROM unnest($2::text[]) WITH ORDINALITY AS given (name, place), app_user WHERE email = 'student@nimbusu.test'`,
      [run, names],
    );
  });
});

test('no text that is written, pushed or kept ever runs', async ({ portal, playwright, baseURL: given }) => {
  test.slow();
  const baseURL = given ?? '';
  const page = await portal.visit();
  const ran = await watchScripts(page);
  await page.goto('/login');
  await fillCredentials(page, reader.email, password);
  await expect(page).toHaveURL(homes.student);

  // Live: toasts, bell and the open list are written by pushes.
  await page.goto('/inbox');
  const admin = await signedInClient(playwright, baseURL, 'admin@nimbusu.test');
  const ids: string[] = [];
  for (const [index, title] of titles.entries()) {
    const content = bodies[index] ?? title;
    const target = { target_audience: 'users', target_details: { user_ids: [reader.id] } };
    const draft = await admin.post('/api/announcements', { data: { title, content, ...target } });
    expect(draft.status(), title).toBe(201);
    ids.push((await draft.json()).id);
    expect((await admin.post(`/api/announcements/${ids.at(-1)}/publish`)).status()).toBe(200);
  }
  await expect(bell(page, ids.length)).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Just arrived/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await expectOnlyText(page, 'toasts and pushes');
  await tellFromElsewhere(xssPayloads);
  // They alone are important. Which of them are on screen, their order decides.
  await expect(page.getByRole('main').getByText('Important').first()).toBeVisible();
  await expectOnlyText(page, 'what other services publish');
  // Of a long inbox only what is about the screen is in the page.
  await page.goto('/inbox');
  await settle(page);
  let isAtEnd = false;
  while (!isAtEnd) {
    await expectOnlyText(page, 'the inbox');
    const stands = await page.evaluate(() => {
      const before = window.scrollY;
      window.scrollBy({ top: 300, behavior: 'instant' });
      return window.scrollY === before;
    });
    isAtEnd = stands && (await page.getByRole('button', { name: /^Load/ }).count()) === 0;
  }
  await page.getByRole('button', { name: /^Notifications,/ }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await expectOnlyText(page, 'the bell');

  for (const path of pages) {
    await page.goto(path);
    await settle(page);
    await expectOnlyText(page, path);
  }
  for (const id of [...ids.slice(0, bodies.length), ids.at(-1)]) {
    await page.goto(`/announcements/${id}`);
    await expect(page.getByRole('article')).toBeVisible();
    await expectOnlyText(page, `/announcements/${id}`);
  }
  await page.getByRole('button', { name: /^Account of/ }).click();
  await expectOnlyText(page, 'the account menu');
  expect(ran).toEqual([]);
  await admin.dispose();
});

test('no text an administrator looks at ever runs', async ({ portal }) => {
  test.slow();
  const page = await portal.visit('admin');
  const ran = await watchScripts(page);
  for (const path of pages) {
    await page.goto(path);
    await settle(page);
    await expectOnlyText(page, path);
  }
  await page.goto('/admin/announcements/new');
  await page.getByLabel('Title').fill(titles[1] ?? '');
  await page.getByLabel('Text').fill(bodies[0] ?? '');
  const search = page.getByRole('combobox', { name: 'To', exact: true });
  for (const text of [`xss${run}`, ...names.slice(0, 5)]) {
    await search.fill(text);
    await expect(page.getByRole('status').filter({ hasText: /found/ })).toBeVisible();
    await expectOnlyText(page, `searching ${text}`);
  }
  await search.fill(`xss${run}`);
  await expect(page.getByRole('option').first()).toContainText(run);
  await search.press('Enter');
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectOnlyText(page, 'the question before publishing');
  expect(ran).toEqual([]);
});

test('no address ever runs: parameters, paths and fragments', async ({
  portal,
  playwright,
  baseURL: given,
}) => {
  test.slow();
  portal.allowConsole(/40[04] \(/);
  const stranger = await portal.visit();
  const ran = await watchScripts(stranger);
  // All of them in what the server sends; a sample in a browser.
  const client = await playwright.request.newContext({ baseURL: given ?? '' });
  for (const payload of xssPayloads) {
    const text = encodeURIComponent(payload.toWellFormed());
    const answer = await client.get(`/login?callbackUrl=${text}&error=${text}&${text}=${text}`);
    expect(answer.status(), payload).toBe(200);
    const markup = (await answer.text()).replaceAll(
      /<script\b[^>]*nonce="[^"]+"[^>]*>[\s\S]*?<\/script>/g,
      '',
    );
    expect(markup, payload).not.toMatch(
      /<(?:script|img|svg onload|iframe|base|object|style)\b(?! [^>]*nonce=")|xss\(\)/i,
    );
  }
  for (const payload of packPayloads(1_500)) {
    const text = encodeURIComponent(payload.toWellFormed());
    for (const path of [
      `/login?callbackUrl=${text}&error=${text}#${text}`,
      `/nowhere/${text.slice(0, 600).replace(/%.?$/, '')}`,
    ]) {
      await stranger.goto(path).catch(() => undefined);
      await expectOnlyText(stranger, path);
    }
  }
  expect(ran).toEqual([]);
  await client.dispose();
});
