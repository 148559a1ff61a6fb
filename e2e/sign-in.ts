import { expect, type Page } from '@playwright/test';
import { untilAlive } from './return-when-alive';

/** The accounts of the demo university. */
export const accounts = {
  admin: 'admin@nimbusu.test',
  /** Of Computer Science. */
  faculty: 'faculty@nimbusu.test',
  /** Of Computer Science. */
  student: 'student@nimbusu.test',
  /** Of Mechanical Engineering. */
  student2: 'student2@nimbusu.test',
} as const;
export type Who = keyof typeof accounts;

export const password = 'nimbusu-demo';

export const homes: Readonly<Record<Who, string>> = {
  admin: '/admin',
  faculty: '/faculty',
  student: '/home',
  student2: '/home',
};

/** A session of its own for this browser, as the form makes one; without the form, which has tests of its own. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await signInAs(page, accounts[who], homes[who]);
}

/** The same for anybody of the demo university. */
export async function signInAs(page: Page, email: string, home: string): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  await page.goto(home);
  await expect(page).toHaveURL(home);
  await expectLive(page);
}

export async function fillCredentials(page: Page, email: string, secret: string): Promise<void> {
  await untilAlive(page);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

export async function expectLive(page: Page): Promise<void> {
  await expect(connection(page)).toHaveText('Live');
}

/** The connection badge, in words. */
export function connection(page: Page) {
  return page.getByRole('status', { name: 'Connection' });
}
