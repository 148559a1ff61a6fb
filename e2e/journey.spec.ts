import { addressTo, announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { expect, test } from './portal-test';

test('an admin publishes to one department, and it appears live on the right screens alone', async ({
  portal,
}) => {
  const [admin, student, otherStudent, faculty] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
    await portal.visit('faculty'),
  ];
  for (const page of [student, otherStudent, faculty]) await readEverything(page);
  await student.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await expect(student.getByRole('heading', { name: 'Inbox' })).toBeVisible();

  const title = newTitle('CS204 moved to Room B12');
  await admin.getByRole('link', { name: 'Write an announcement' }).click();
  await admin.getByLabel('Title').fill(title);
  await admin.getByLabel('Text').fill('Tuesday, 10:00.\n\nThe tutorial stays.');
  await addressTo(admin, 'Computer Science');
  await admin.getByRole('button', { name: /^Publish/ }).click();
  const question = admin.getByRole('dialog', { name: 'Publish to Computer Science?' });
  await question.getByRole('button', { name: /^Publish to \d/ }).click();

  await expect(toasts(student, title)).toHaveCount(1);
  await expect(bell(student, 1)).toBeVisible();
  await expect(rows(student, title)).toHaveCount(1);
  await expect(rows(student, title)).toContainText('just now');
  await expect(admin).toHaveURL(/\/reach$/);
  await admin.goto('/admin/announcements');
  await expect(rows(admin, title)).toHaveCount(1);
  await expect(rows(admin, title)).toContainText('To Computer Science');
  await expect(rows(admin, title)).not.toContainText('Draft');

  // Who teaches there is of the department too.
  await expect(toasts(faculty, title)).toHaveCount(1);

  // The next one is for all. Whom it reaches without the first has not got the first.
  const toAll = newTitle('Library closes at 16:00');
  await announce(admin, { title: toAll, audience: 'all' });
  await expect(toasts(otherStudent, toAll)).toHaveCount(1);
  await expect(bell(otherStudent, 1)).toBeVisible();
  await expect(toasts(otherStudent, title)).toHaveCount(0);
  for (const path of ['/inbox', '/announcements']) {
    await otherStudent.goto(path);
    await expect(rows(otherStudent, toAll)).toHaveCount(1);
    await expect(rows(otherStudent, title)).toHaveCount(0);
  }
  await expect(bell(faculty, 2)).toBeVisible();
  await expect(bell(student, 2)).toBeVisible();

  // Opening reads it, and leads to the whole of it.
  await rows(student, title).getByRole('link').click();
  await expect(bell(student, 1)).toBeVisible();
  await student.getByRole('link', { name: 'Open the announcement' }).click();
  await expect(student.getByRole('heading', { name: title })).toBeVisible();
  await expect(student.getByRole('main').getByText('The tutorial stays.', { exact: true })).toBeVisible();
  await expect(bell(student, 1)).toBeVisible();
});

test('an announcement comes into the open list and home page of a reader', async ({ portal }) => {
  const [admin, home, board] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  await board.goto('/announcements');
  await expect(board.getByRole('list', { name: 'Announcements' })).toBeVisible();
  const title = newTitle('Winter exams');
  await announce(admin, { title, audience: 'all' });
  await expect(rows(board, title)).toHaveCount(1);
  await expect(home.getByRole('list', { name: 'Unread notifications' }).getByText(title)).toBeVisible();
  await expect(home.getByRole('list', { name: 'Latest announcements' }).getByText(title)).toBeVisible();
});

test('what somebody writes is shown as text, never run', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const title = `${newTitle('Markup')} <img src=x onerror=alert(1)>`;
  await announce(admin, { title, content: '<script>alert(1)</script>', audience: 'all' });
  await toasts(student, title).getByRole('link', { name: /^Open/ }).click();
  await expect(student.getByRole('heading', { name: title })).toBeVisible();
  await expect(student.getByRole('main').getByText('<script>alert(1)</script>')).toBeVisible();
});
