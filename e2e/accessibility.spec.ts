import type { Page } from '@playwright/test';
import { addressTo, announce, newTitle, rows, toasts } from './announce';
import { appPages, pagesOfTheApp } from './app-pages';
import { expectCleanInAllSizes as expectClean } from './expect-clean';
import { expect, test } from './portal-test';

async function expectPageClean(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  // Lists have come: a skeleton is not the page.
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  await expectClean(page, path, alike[path]);
}

/** Where one part is drawn hundreds of times, which of them are not looked at: axe takes minutes for all of them. */
const alike: Readonly<Record<string, string>> = {
  '/docs/api': 'main > section > section:nth-of-type(n + 3)',
};

test('every page of the app is looked at here', () => {
  expect(Object.keys(appPages).sort()).toEqual(pagesOfTheApp());
});

for (const who of [null, 'student', 'faculty', 'admin'] as const) {
  test(`every page of ${who ?? 'a stranger'} is clean, in light and dark, on a phone and at a desk`, async ({
    portal,
  }) => {
    test.setTimeout(300_000); // one page after the other
    portal.allowConsole(/404 \(Not Found\)/);
    const page = await portal.visit(who ?? undefined);
    if (who === null) await expectPageClean(page, '/nowhere');
    for (const row of Object.values(appPages))
      if (row.who === who) for (const path of row.at) await expectPageClean(page, path);
  });
}

test('what opens over a page of a student is clean too', async ({ portal }) => {
  test.slow();
  const admin = await portal.visit('admin');
  const student = await portal.visit('student');
  const title = newTitle('Clean');
  await announce(admin, { title, audience: 'all' });
  await expect(rows(student, title).first()).toBeVisible();
  await expect(toasts(student, title)).toBeVisible();
  await expectClean(student, 'home with a toast');

  await student.goto('/announcements');
  await rows(student, title).getByRole('link').first().click();
  await expect(student.getByRole('heading', { name: title })).toBeVisible();
  await expectClean(student, 'an announcement');
  await student.getByRole('button', { name: /^Account of/ }).click();
  await expect(student.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectClean(student, 'the account menu');
  await student.keyboard.press('Escape');
  await student.getByRole('button', { name: 'Search' }).click();
  await expect(student.getByRole('option', { name: /^Profile/ })).toBeVisible();
  await expectClean(student, 'the palette');
  await student.getByPlaceholder(/^Search pages/).fill('shortcuts');
  await student.keyboard.press('Enter');
  await expect(student.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectClean(student, 'all shortcuts');
  await student.goto('/profile');
  await student.getByRole('button', { name: 'Change the time zone' }).click();
  await expect(student.getByRole('list', { name: 'Time zones' })).toBeVisible();
  await expectClean(student, 'the time zones');
});

test('what an announcement needs of its author is clean too', async ({ portal }) => {
  test.slow();
  const admin = await portal.visit('admin');
  const title = newTitle('Clean');
  const id = await announce(admin, { title, audience: 'all' });
  await expectPageClean(admin, `/announcements/${id}/reach`);
  await expectPageClean(admin, `/announcements/${id}/edit`);
  await admin.goto('/admin/announcements/new');
  await admin.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(admin.getByLabel('Title')).toHaveAccessibleDescription('Give it a title');
  await expectClean(admin, 'a form with errors');
  await admin.getByLabel('Title').fill(title);
  await admin.getByLabel('Text').fill('Text');
  await addressTo(admin, 'Everyone');
  await admin.getByRole('button', { name: /^Publish/ }).click();
  await expect(admin.getByRole('dialog')).toBeVisible();
  await expectClean(admin, 'the question before publishing');
});

test('no focus is hidden behind the header or the bottom bar', async ({ portal }) => {
  test.slow();
  const phone = { viewport: { width: 390, height: 664 } };
  const [admin, student] = [await portal.visit('admin', phone), await portal.visit('student', phone)];
  const titles = Array.from({ length: 8 }, () => newTitle('Focus'));
  for (const title of titles) await announce(admin, { title, audience: 'all' });
  await student.goto('/inbox');
  for (const title of titles) await expect(rows(student, title)).toBeVisible();
  for (const [page, path] of [
    [student, '/inbox'],
    [student, '/announcements'],
    [student, '/profile'],
    [admin, '/admin/announcements/new'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    // What tells of them lies over the rows until it goes, or is sent away with Escape.
    await expect(toasts(page, 'Focus')).toHaveCount(0, { timeout: 20_000 });
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press(key);
        const hidden = await page.evaluate(hiddenFocus);
        expect(hidden && `${path}: ${hidden}`).toBeNull();
      }
    }
  }
});

/** Runs in the page: the element that has the focus, when nothing of it can be seen (WCAG 2.4.11). */
function hiddenFocus(): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  // A control that is drawn by its label has the label's place.
  const shown = (focused instanceof HTMLInputElement && focused.closest('label')) || focused;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const isSeen = steps.some((x) =>
    steps.some((y) => {
      const over = document.elementFromPoint(left + width * x, top + height * y);
      return over !== null && (shown.contains(over) || over.contains(shown));
    }),
  );
  return isSeen ? null : shown.outerHTML.slice(0, 200);
}

test('what is touched is large enough on a phone', async ({ portal }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const student = await portal.visit('student', phone);
  for (const path of ['/home', '/inbox', '/announcements', '/profile']) {
    await student.goto(path);
    await expect(student.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    expect(await student.evaluate(smallTargets), path).toEqual([]);
  }
});

/** Runs in the page: buttons and links that a thumb misses. A link that covers its row is as large as the row. */
function smallTargets(): string[] {
  const least = 40;
  return [...document.querySelectorAll<HTMLElement>('button, a[href], label:has(input)')]
    .filter((element) => element.checkVisibility() && !element.closest('.sr-only, [data-nextjs-toast]'))
    .filter((element) => !element.matches('[data-row], .sr-only, .after\\:absolute'))
    .filter((element) => element.getBoundingClientRect().height < least)
    .map((element) => element.outerHTML.slice(0, 160));
}

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
