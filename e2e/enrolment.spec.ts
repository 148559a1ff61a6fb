import type { Page } from '@playwright/test';
import { seedPeople } from '../prisma/seed/people';
import { newTitle, toasts } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';
import { signInAs } from './sign-in';

/** A subject of its own in the current term, with one seat. Gives the course's id. */
async function openCourse(admin: Page, name: string): Promise<string> {
  const code = `E${Date.now().toString(36).toUpperCase()}`;
  const subject = await ask(admin, 'POST', '/api/subjects', { code, name, credits: 3 });
  const { items: terms } = await ask(admin, 'GET', '/api/terms');
  const current = terms.find((term: { is_current: boolean }) => term.is_current);
  const body = { subject_id: subject.id, term_id: current.id, capacity: 1 };
  const { id } = await ask(admin, 'POST', '/api/courses', body);
  await ask(admin, 'POST', `/api/courses/${id}/activate`, {});
  return id;
}

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();

test('of a full course one seat is given up: the next has it at once, and who is behind moves up', async ({
  portal,
}) => {
  test.slow(); // four people at four screens
  const admin = await portal.visit('admin');
  const [first, second, third] = [
    await portal.visit('student'),
    await portal.visit('student2'),
    await portal.visit(),
  ];
  const another = seedPeople().find(
    ({ role, departmentCode }) => role === 'student' && departmentCode === 'PH',
  );
  await signInAs(third, another?.email ?? '', '/home');
  const name = newTitle('Seminar');
  const id = await openCourse(admin, name);

  for (const page of [first, second, third]) await page.goto(`/courses/${id}`);
  await press(first, 'Enrol');
  await expect(main(first).getByText('Enrolled', { exact: true })).toBeVisible();
  await expect(main(second).getByText('Full, 1 seats')).toBeVisible();
  await press(second, 'Join the line');
  await expect(main(second).getByText('Waiting, place 1')).toBeVisible();
  await press(third, 'Join the line');
  await expect(main(third).getByText('Waiting, place 2')).toBeVisible();
  // The catalogue of somebody else counts along.
  await admin.goto(`/courses?q=${encodeURIComponent(name)}`);
  const row = main(admin).getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('2 waiting');

  await press(first, 'Drop the course');
  await first.getByRole('dialog').getByRole('button', { name: 'Drop the course' }).click();
  await expect(main(second).getByText('Enrolled', { exact: true })).toBeVisible();
  await expect(toasts(second, name)).toHaveCount(1);
  await expect(main(third).getByText('Waiting, place 1')).toBeVisible();
  await expect(row).toContainText('1 waiting');
  await expect(toasts(first, name)).toHaveCount(0);
  await expect(toasts(third, name)).toHaveCount(0);
});

test('an administrator puts a course into the catalogue, and it is there to enrol in', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const name = newTitle('Workshop');
  const id = await openCourse(admin, name);
  await student.goto(`/courses?q=${encodeURIComponent(name)}`);
  const row = main(student).getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('1 of 1 seats free');
  await admin.goto(`/courses/${id}`);
  await press(admin, 'Edit the course');
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Seats').fill('4');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('4 of 4 seats free');
  await row.getByRole('link').click();
  await press(student, 'Enrol');
  await expect(main(student).getByText('3 of 4 seats free')).toBeVisible();
  await expect(main(admin).getByText('3 of 4 seats free')).toBeVisible();
});
