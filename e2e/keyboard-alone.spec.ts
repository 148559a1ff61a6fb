import type { Locator, Page } from '@playwright/test';
import { newTitle, rows } from './announce';
import { expect, test } from './portal-test';
import { accounts, password } from './sign-in';

const MOST_PRESSES = 60;

/** Goes on with the tab key until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The same, and then enter. */
async function enterOn(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }).first());
  await page.keyboard.press('Enter');
}

async function signInByKeys(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live');
}

/** Finds it with the palette, reads and acknowledges it. */
async function acknowledgeByKeys(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/^Search pages/)).toBeFocused();
  await page.keyboard.type(title);
  await expect(page.getByRole('option', { name: title })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await enterOn(page, 'button', `Acknowledge "${title}"`);
  await expect(page.getByRole('main').getByText(/Acknowledged \d/)).toBeFocused();
}

test('the whole journey of an announcement with the keyboard alone', async ({ portal }) => {
  test.slow(); // three people, key by key
  const [admin, student, student2] = [await portal.visit(), await portal.visit(), await portal.visit()];
  const title = newTitle('By keyboard');
  const acknowledged = admin.locator('[data-reach=acknowledged]');
  await signInByKeys(student, accounts.student);
  await signInByKeys(student2, accounts.student2);
  await signInByKeys(admin, accounts.admin);
  await expect(admin).toHaveURL('/admin');

  await admin.keyboard.press('Tab');
  await expect(admin.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await admin.keyboard.press('Enter');
  await enterOn(admin, 'link', 'Write an announcement');
  await expect(admin).toHaveURL('/admin/announcements/new');
  await tabTo(admin, admin.getByRole('textbox', { name: 'Title' }));
  await admin.keyboard.type(title);
  await tabTo(admin, admin.getByRole('textbox', { name: 'Text' }));
  await admin.keyboard.type('Written without a mouse.');
  await tabTo(admin, admin.getByRole('combobox', { name: 'To', exact: true }));
  for (const name of ['student@nimbusu', 'student2@nimbusu']) {
    await admin.keyboard.type(name);
    await expect(admin.getByRole('option').filter({ hasText: name })).toHaveCount(1);
    await admin.keyboard.press('Enter');
  }
  await expect(admin.getByRole('list', { name: 'Chosen audience' }).getByRole('listitem')).toHaveCount(2);

  // By the clock, in a year of its own: month, day, year, and the time of day.
  await tabTo(admin, admin.getByRole('radio', { name: 'Now' }));
  await admin.keyboard.press('ArrowRight');
  await tabTo(admin, admin.getByLabel('Publish at'));
  await admin.keyboard.type('01052040');
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.type('1030AM');
  await expect(admin.getByLabel('Publish at')).toHaveValue('2040-01-05T10:30');
  await tabTo(admin, admin.getByRole('checkbox', { name: /acknowledge/i }));
  await admin.keyboard.press('Space');
  await enterOn(admin, 'button', /^Schedule for/);
  await expect(admin.getByRole('dialog')).toBeVisible();
  await tabTo(admin, admin.getByRole('dialog').getByRole('button', { name: /^Schedule for/ }));
  await admin.keyboard.press('Enter');
  await expect(rows(admin, title)).toContainText('Scheduled');

  // Sooner after all.
  await tabTo(admin, rows(admin, title).getByRole('link', { name: title }));
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('heading', { name: title })).toBeVisible();
  await enterOn(admin, 'link', 'Edit');
  await tabTo(admin, admin.getByRole('radio', { name: 'At a time' }));
  await admin.keyboard.press('ArrowLeft');
  await enterOn(admin, 'button', /^Publish to 2/);
  await expect(admin.getByRole('dialog')).toBeVisible();
  await tabTo(admin, admin.getByRole('dialog').getByRole('button', { name: /^Publish to 2/ }));
  await admin.keyboard.press('Enter');
  await expect(admin).toHaveURL(/\/announcements\/[0-9a-f-]+\/reach$/);

  await acknowledgeByKeys(student, title);
  await expect(acknowledged).toHaveText('1');
  await enterOn(admin, 'button', 'Remind 1');
  await expect(admin.getByRole('region', { name: 'Reminder' })).toContainText('Reminded once');
  await acknowledgeByKeys(student2, title);
  await expect(acknowledged).toHaveText('2');
});
