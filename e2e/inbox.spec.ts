import { announce, newTitle, rows } from './announce';
import { expect, test } from './portal-test';

test('a long inbox loads by pages, holds still while it is read, and keeps its filter in the address', async ({
  portal,
}) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student2')];
  const titles = Array.from({ length: 35 }, (_, index) => newTitle(`Notice ${index}`));
  for (const title of titles) await announce(admin, { title, audience: { departments: ['ME'] } });
  await student.goto('/inbox');
  const list = student.getByRole('list', { name: 'Notifications' }).getByRole('listitem');
  await expect(list).toHaveCount(30);
  await student.getByRole('button', { name: 'Load older' }).click();
  await expect(rows(student, titles[0] ?? '')).toHaveCount(1);
  await expect.poll(() => list.count()).toBeGreaterThan(30);

  const inSight = rows(student, titles[20] ?? '');
  await inSight.scrollIntoViewIfNeeded();
  const before = await inSight.boundingBox();
  const arriving = [newTitle('While reading'), newTitle('While reading')];
  for (const title of arriving) await announce(admin, { title, audience: 'all' });
  const pill = student.getByRole('button', { name: '2 new' });
  await expect(pill).toBeVisible();
  expect((await inSight.boundingBox())?.y).toBe(before?.y);
  for (const title of arriving) await expect(rows(student, title)).toHaveCount(0);
  await pill.click();
  for (const title of arriving) await expect(rows(student, title)).toHaveCount(1);
  await expect(rows(student, arriving[1] ?? '')).toBeInViewport();

  await student.getByText('Unread', { exact: true }).click();
  await expect(student).toHaveURL('/inbox?filter=unread');
  await student.getByRole('button', { name: 'Mark all read' }).click();
  await expect(student.getByText('You have read everything')).toBeVisible();
  await student.goBack();
  await expect(student).toHaveURL('/inbox');
  await expect(rows(student, arriving[0] ?? '')).toHaveCount(1);
});

test('a list that cannot be loaded says so, and comes when asked again', async ({ portal }) => {
  portal.allowConsole(/503 \(Service Unavailable\)/);
  const student = await portal.visit('student');
  let isDown = true;
  await student.route('**/api/notifications?**', (route) =>
    isDown ? route.fulfill({ status: 503, body: 'upstream is gone' }) : route.continue(),
  );
  await student.goto('/inbox');
  const alert = student.getByRole('alert').filter({ hasText: 'Your notifications could not be loaded' });
  await expect(alert).toBeVisible();
  isDown = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(student.getByRole('list', { name: 'Notifications' })).toBeVisible();
});
