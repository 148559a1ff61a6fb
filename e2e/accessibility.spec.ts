import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { announce, newTitle, rows, toasts } from './announce';
import { expect, test } from './portal-test';
import { accounts, password } from './sign-in';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function expectClean(page: Page, what: string): Promise<void> {
  // What still fades in has the contrast of neither before nor after.
  await expect.poll(() => page.evaluate(countMoving)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
}

/** Runs in the page: animations and transitions under way that will come to an end. */
function countMoving(): number {
  return document
    .getAnimations()
    .filter(
      ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    ).length;
}

async function expectPageClean(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  // Lists have come: a skeleton is not the page.
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  await expectClean(page, path);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['a phone', { width: 390, height: 844 }],
    ['a desk', { width: 1440, height: 900 }],
  ] as const) {
    test(`every page is clean in ${colorScheme} on ${size}`, async ({ portal }) => {
      test.slow(); // every page there is, one after the other
      portal.allowConsole(/404 \(Not Found\)/);
      const options = { colorScheme, viewport };
      const stranger = await portal.visit(undefined, options);
      for (const path of ['/login', '/nowhere', '/docs/api']) await expectPageClean(stranger, path);

      const admin = await portal.visit('admin', options);
      const title = newTitle('Clean');
      const student = await portal.visit('student', options);
      await announce(admin, { title, audience: 'all' });
      await expect(rows(student, title).first()).toBeVisible();
      await expect(toasts(student, title)).toBeVisible();
      await expectClean(student, 'home with a toast');
      for (const path of ['/home', '/inbox', '/inbox?filter=unread', '/announcements']) {
        await expectPageClean(student, path);
      }
      await rows(student, title).getByRole('link').click();
      await expect(student.getByRole('heading', { name: title })).toBeVisible();
      await expectClean(student, 'an announcement');
      await student.getByRole('button', { name: /^Account of/ }).click();
      await expect(student.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
      await expectClean(student, 'the account menu');

      for (const path of ['/admin/announcements', '/admin/announcements/new', '/inbox']) {
        await expectPageClean(admin, path);
      }
      await admin.goto('/admin/announcements/new');
      await admin.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(admin.getByLabel('Title')).toHaveAccessibleDescription('Give it a title');
      await expectClean(admin, 'a form with errors');
      await admin.getByLabel('Title').fill(title);
      await admin.getByLabel('Text').fill('Text');
      await admin.getByText('Everyone').click();
      await admin.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(admin.getByRole('dialog')).toBeVisible();
      await expectClean(admin, 'the question before publishing');
    });
  }
}

test('from logging in to publishing with the keyboard alone', async ({ portal }) => {
  const page = await portal.visit();
  const title = newTitle('By keyboard');
  const tabTo = async (name: string | RegExp, role: 'textbox' | 'button' | 'link' | 'radio' | 'checkbox') => {
    const target = page.getByRole(role, { name }).first();
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await tabTo('Email', 'textbox');
  await page.keyboard.type(accounts.admin);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/admin');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo('Write an announcement', 'link');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/admin/announcements/new');
  await tabTo('Title', 'textbox');
  await page.keyboard.type(title);
  await tabTo('Text', 'textbox');
  await page.keyboard.type('Written without a mouse.');
  await tabTo('Departments', 'radio');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Everyone' })).toBeChecked();
  await tabTo('Publish', 'button');
  await page.keyboard.press('Enter');
  await tabTo('Publish to everyone', 'button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/admin/announcements');
  await expect(rows(page, title)).toHaveCount(1);
});

test('without a wish for motion the mark of what is new stands still', async ({ portal }) => {
  const admin = await portal.visit('admin');
  const student = await portal.visit('student', { reducedMotion: 'reduce' });
  const title = newTitle('Still');
  await student.goto('/inbox');
  await expect(student.getByRole('list', { name: 'Notifications' })).toBeVisible();
  await announce(admin, { title, audience: 'all' });
  const row = rows(student, title);
  await expect(row).toHaveAttribute('data-fresh', 'true');
  await expect(row).toHaveCSS('animation-name', 'none');
  await expect(row).not.toHaveCSS('box-shadow', 'none');
});
