import { announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { opened, openInbox } from './inbox';
import { expect, test } from './portal-test';
import { expectLive } from './sign-in';

test('the bell shows the latest on every page, says they were seen, and leads on', async ({ portal }) => {
  const [admin, student, elsewhere] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student'),
  ];
  await readEverything(student);
  await openInbox(elsewhere);
  // A page in the background shows nothing to anybody.
  await elsewhere.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await student.goto('/profile');
  const [first, second] = [newTitle('First'), newTitle('Second')];
  for (const title of [first, second]) await announce(admin, { title, audience: 'all' });
  await expect(rows(elsewhere, second).getByRole('link', { name: `New, Unread: ${second}` })).toBeVisible();

  await bell(student, 2).click();
  const latest = student.getByRole('dialog', { name: 'Latest notifications' });
  const row = (title: string) => latest.getByRole('listitem').filter({ hasText: title });
  await expect(row(first)).toBeVisible();
  await expect(latest.getByRole('listitem').first()).toContainText(second);
  expect(await latest.getByRole('listitem').count()).toBeLessThanOrEqual(10);
  await expect(
    rows(elsewhere, second).getByRole('link', { name: `Unread: ${second}`, exact: true }),
  ).toBeVisible();

  // It is live while it is open.
  const third = newTitle('Third');
  await announce(admin, { title: third, audience: 'all' });
  await expect(latest.getByRole('listitem').first()).toContainText(third);
  await row(third)
    .getByRole('button', { name: `Mark "${third}" as read` })
    .click();
  await expect(bell(student, 2)).toBeVisible();
  await latest.getByRole('button', { name: 'Mark all read' }).click();
  await expect(toasts(student, '2 marked as read')).toBeVisible();
  await expect(bell(student, 0)).toBeVisible();
  await expect(bell(elsewhere, 0)).toBeVisible();

  await row(first).getByRole('link').click();
  await expect(student.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await expect(latest).toHaveCount(0);
});

test('by the keyboard: n opens it, arrows go through it, escape gives the focus back', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  await readEverything(student);
  const [first, second] = [newTitle('First'), newTitle('Second')];
  for (const title of [first, second]) await announce(admin, { title, audience: 'all' });
  await bell(student, 2).focus();
  await student.keyboard.press('n');
  const latest = student.getByRole('dialog', { name: 'Latest notifications' });
  const link = (title: string) => latest.getByRole('listitem').filter({ hasText: title }).getByRole('link');
  await expect(latest).toBeFocused();
  await expect(link(second)).toBeVisible();
  await student.keyboard.press('ArrowDown');
  await expect(link(second)).toBeFocused();
  await student.keyboard.press('ArrowDown');
  await expect(link(first)).toBeFocused();
  await student.keyboard.press('Escape');
  await expect(latest).toHaveCount(0);
  await expect(bell(student, 2)).toBeFocused();

  await student.keyboard.press('Enter');
  await latest.getByRole('link', { name: 'Open inbox' }).click();
  await expect(student).toHaveURL('/inbox');
  await expect(latest).toHaveCount(0);
  await expect(opened(student)).toHaveCount(0);
});

test('its code comes when it is wanted; where it does not come, the page does', async ({ portal }) => {
  portal.allowConsole(/ERR_FAILED|Failed to load/);
  const student = await portal.visit('student');
  await student.goto('/profile');
  // All that the page itself fetches has come.
  await expectLive(student);
  await student.route(/\/_next\/static\/chunks\//, (route) => route.abort());
  await student.getByRole('button', { name: /^Notifications,/ }).click();
  await expect(student).toHaveURL('/inbox');
});
