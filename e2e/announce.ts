import { expect, type Page } from '@playwright/test';
import { ask } from './ask-api';

interface Announcement {
  title: string;
  content?: string;
  priority?: 'normal' | 'urgent';
  audience: 'all' | { departments: string[] };
}

let made = 0;

/** A title no other test has: data stays between runs. */
export function newTitle(about: string): string {
  made += 1;
  return `${about} ${Date.now().toString(36)}-${made}`;
}

/** Publishes through the API, as the admin who is signed in on `page`. Gives its id. */
export async function announce(page: Page, announcement: Announcement): Promise<string> {
  const id = await draft(page, announcement);
  await ask(page, 'POST', `/api/announcements/${id}/publish`);
  return id;
}

/** Writes a draft through the API. Gives its id. */
export async function draft(
  page: Page,
  { title, content = 'Read all about it.', priority = 'normal', audience }: Announcement,
): Promise<string> {
  const body = {
    title,
    content,
    priority,
    target_audience: audience === 'all' ? 'all' : 'department',
    target_details: { department_ids: audience === 'all' ? [] : audience.departments },
  };
  const { id } = await ask(page, 'POST', '/api/announcements', body);
  return id;
}

/** Chooses parts of the audience in the form, each by words that it alone is found by. */
export async function addressTo(page: Page, ...parts: string[]): Promise<void> {
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  for (const part of parts) {
    await to.fill(part);
    await page.getByRole('option').filter({ hasText: part }).first().click();
  }
}

/** The main button of the form, and then of the question, while it publishes now. */
export async function pressPublish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Publish/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish to \d/ })
    .click();
}

/** Everything read: where a test that counts begins. */
export async function readEverything(page: Page): Promise<void> {
  await ask(page, 'POST', '/api/notifications/read-all');
  await expect(bell(page, 0)).toBeVisible();
}

/** How many people an announcement would reach, as the form or the open question says. */
export function recipients(page: Page) {
  return page.getByRole('status', { name: 'Recipients' });
}

/** The bell in the header, by how many are unread. */
export function bell(page: Page, unread: number) {
  return page.getByRole('button', { name: `Notifications, ${unread === 0 ? 'nothing' : unread} unread` });
}

/** Rows of any list on the page that bear this title. */
export function rows(page: Page, title: string) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: title });
}

/** Toasts that bear this title. */
export function toasts(page: Page, title: string) {
  return page
    .getByRole('region', { name: /^Just arrived/ })
    .getByRole('listitem')
    .filter({ hasText: title });
}
