import { announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { afterTheEnd, expect, test } from './portal-test';
import { expectLive, signIn, signOut } from './sign-in';

test('two tabs are in step: what arrives, what is read, and what is read elsewhere', async ({ portal }) => {
  const admin = await portal.visit('admin');
  const one = await portal.visit('student');
  const other = await portal.openTab(one, '/inbox?filter=unread');
  await expectLive(other);
  await readEverything(one);
  await expect(bell(other, 0)).toBeVisible();

  const [first, second] = [newTitle('First'), newTitle('Second')];
  await announce(admin, { title: first, audience: 'all' });
  await announce(admin, { title: second, audience: 'all' });
  for (const page of [one, other]) {
    await expect(bell(page, 2)).toBeVisible();
    await expect(rows(page, second).first()).toBeVisible();
  }
  await expect(rows(other, first)).toHaveCount(1);

  await one.goto('/inbox');
  await rows(one, first)
    .getByRole('button', { name: `Mark "${first}" as read` })
    .click();
  await expect(bell(one, 1)).toBeVisible();
  await expect(bell(other, 1)).toBeVisible();
  await expect(rows(other, first)).toHaveCount(0);

  await other.getByRole('button', { name: 'Mark all read' }).click();
  for (const page of [one, other]) await expect(bell(page, 0)).toBeVisible();
  await expect(other.getByText('You have read everything')).toBeVisible();
});

test('signing out in one tab cuts the other off', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  const one = await portal.visit('student');
  const other = await portal.openTab(one, '/inbox');
  await expectLive(other);
  await signOut(one);
  await expect(one).toHaveURL('/login');
  await expect(other).toHaveURL('/login?callbackUrl=%2Finbox');
});

test('nothing of one user is there for the next one in the same tab', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  const admin = await portal.visit('admin');
  const page = await portal.visit('student');
  const secret = newTitle('For computer science');
  await announce(admin, { title: secret, audience: { departments: ['CS'] } });
  await expect(toasts(page, secret)).toHaveCount(1);
  await signOut(page);
  await expect(page).toHaveURL('/login');
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('nimbusu:'))),
  ).toEqual([]);
  await signIn(page, 'student2');
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.goBack();
  await expectLive(page);
  await expect(page.getByText(secret)).toHaveCount(0);
});
