import { announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { expect, test } from './portal-test';
import { connection, expectLive } from './sign-in';

test('what was missed offline comes with the connection: all of it, once', async ({ portal }) => {
  portal.allowConsole(/ERR_INTERNET_DISCONNECTED|WebSocket connection/);
  const [admin, student, elsewhere] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student'),
  ];
  await readEverything(student);
  await student.goto('/inbox');
  await expectLive(student);

  const before = newTitle('Before');
  await announce(admin, { title: before, audience: 'all' });
  await expect(bell(student, 1)).toBeVisible();

  await student.context().setOffline(true);
  await expect(connection(student)).toHaveText(/^Offline since \d\d:\d\d$/);
  await expect(student.getByText(/^You are offline\./)).toBeVisible();
  const missed = [newTitle('Missed one'), newTitle('Missed two'), newTitle('Missed three')];
  for (const title of missed) await announce(admin, { title, audience: { departments: ['CS'] } });
  // The same student on another device has them all, so they are there to be caught up with.
  await expect(bell(elsewhere, 4)).toBeVisible();
  await expect(rows(student, before)).toHaveCount(1);

  await student.context().setOffline(false);
  await expectLive(student);
  await expect(toasts(student, '3 while you were away')).toHaveCount(1);
  await expect(bell(student, 4)).toBeVisible();
  for (const title of [before, ...missed]) await expect(rows(student, title)).toHaveCount(1);

  const after = newTitle('After');
  await announce(admin, { title: after, audience: 'all' });
  await expect(bell(student, 5)).toBeVisible();
  await expect(rows(student, after)).toHaveCount(1);
});

test('a reload tells nothing twice', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  await readEverything(student);
  const title = newTitle('Seen live');
  await announce(admin, { title, audience: 'all' });
  await expect(toasts(student, title)).toHaveCount(1);
  await student.goto('/inbox');
  await expectLive(student);
  await expect(rows(student, title)).toHaveCount(1);
  // The next live one proves that catching up is over.
  const next = newTitle('Next');
  await announce(admin, { title: next, audience: 'all' });
  await expect(toasts(student, next)).toHaveCount(1);
  await expect(student.getByText(/while you were away/)).toHaveCount(0);
  await expect(toasts(student, title)).toHaveCount(0);
  await expect(bell(student, 2)).toBeVisible();
});
