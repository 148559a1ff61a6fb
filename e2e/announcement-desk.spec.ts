import type { Locator, Page } from '@playwright/test';
import { addressTo, newTitle, recipients, rows, toasts } from './announce';
import { expect, test } from './portal-test';
import type { Who } from './sign-in';

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;
type View = readonly [size: keyof typeof sizes, theme: 'light' | 'dark'];

/** Who sits where: between them everybody's pages are seen in every size and theme. */
const seats: readonly Readonly<Record<Who, View>>[] = [
  {
    admin: ['desk', 'light'],
    student: ['phone', 'dark'],
    student2: ['phone', 'light'],
    faculty: ['desk', 'dark'],
  },
  {
    admin: ['phone', 'dark'],
    student: ['desk', 'light'],
    student2: ['desk', 'dark'],
    faculty: ['phone', 'light'],
  },
];
/** `SCREENSHOTS=docs/screenshots` keeps what the README shows. */
const folder = process.env.SCREENSHOTS;

const number = (page: Page, step: string) => page.locator(`[data-reach=${step}]`);
const acknowledge = (page: Page, title: string) =>
  page.getByRole('main').getByRole('button', { name: `Acknowledge "${title}"` });

/** A time of the browser's own zone, as the field takes it. */
const inSeconds = (page: Page, seconds: number) =>
  page.evaluate((ms) => {
    const at = new Date(Date.now() + ms);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }, seconds * 1_000);

for (const views of seats) {
  const [size] = views.admin;
  test(`written at a ${size}: scheduled, read, reminded of and acknowledged`, async ({ portal }) => {
    test.slow(); // four people at four screens
    const visit = (who: Who) => {
      const [size, colorScheme] = views[who];
      return portal.visit(who, { colorScheme, viewport: sizes[size] });
    };
    const [admin, student, student2, faculty] = [
      await visit('admin'),
      await visit('student'),
      await visit('student2'),
      await visit('faculty'),
    ];
    const title = newTitle('Lab safety briefing');
    const show = async (who: Who, page: Page, name: string) => {
      if (folder) await page.screenshot({ path: `${folder}/${[name, ...views[who]].join('-')}.png` });
    };

    await admin.goto('/admin/announcements/new');
    await admin.getByLabel('Title').fill(title);
    await admin
      .getByLabel('Text')
      .fill('Before the first lab **everybody** confirms:\n\n- goggles on\n- exits known\n- no food inside');
    if (size === 'desk') await admin.getByText('Side by side', { exact: true }).click();
    else await admin.getByText('Preview', { exact: true }).click();
    const preview = admin.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('listitem')).toHaveText(['goggles on', 'exits known', 'no food inside']);
    await addressTo(admin, 'student@nimbusu', 'student2@nimbusu', 'faculty@nimbusu');
    await expect(recipients(admin)).toHaveText('Reaches 3 people.');
    await admin.getByRole('checkbox', { name: /acknowledge/i }).check();
    await show('admin', admin, 'write');
    await admin.getByText('At a time', { exact: true }).click();
    await admin.getByLabel('Publish at').fill(await inSeconds(admin, 8));
    await press(admin.getByRole('button', { name: /^Schedule for/ }));
    await press(admin.getByRole('dialog').getByRole('button', { name: /^Schedule for/ }));
    await expect(rows(admin, title)).toContainText('Scheduled');

    await rows(admin, title).getByRole('link').first().click();
    await expect(number(admin, 'acknowledged')).toBeVisible();
    for (const page of [student, student2, faculty])
      await expect(toasts(page, title)).toHaveCount(1, { timeout: 30_000 });
    await expect(number(admin, 'delivered')).toHaveText('3');

    await toasts(student, title).getByRole('link', { name: /^Open/ }).click();
    await expect(student).toHaveURL(/\/announcements\/./);
    await expect(student.getByRole('article').getByRole('listitem')).toHaveCount(3);
    await expect(acknowledge(student, title)).toBeVisible();
    await show('student', student, 'announcement');
    await press(acknowledge(student, title));
    await expect(number(admin, 'acknowledged')).toHaveText('1');
    await faculty.goto('/inbox');
    await expect(rows(faculty, title)).toHaveCount(1);
    await expect(number(admin, 'seen')).toHaveText('2');
    await show('faculty', faculty, 'inbox');
    await show('admin', admin, 'reach');

    await press(admin.getByRole('button', { name: 'Remind 2', exact: true }));
    await expect(toasts(student2, title)).not.toHaveCount(0);
    await expect(rows(faculty, title)).toHaveCount(2);
    for (const page of [student2, faculty]) {
      await page.goto(new URL(admin.url()).pathname.replace(/\/reach$/, ''));
      await press(acknowledge(page, title));
    }
    await expect(number(admin, 'acknowledged')).toHaveText('3');
    await expect(admin.getByText('Nobody here')).toBeVisible();
  });
}

const press = (button: Locator) => button.click();
