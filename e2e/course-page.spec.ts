import { newTitle } from './announce';
import { ask } from './ask-api';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { accounts } from './sign-in';

test('a course by hand: its students come from a table, read what is announced, and are graded; others see none of it', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  const [admin, student, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const name = newTitle('Course');
  const code = `P${Date.now().toString(36).toUpperCase()}`;
  const { items: terms } = await ask(admin, 'GET', '/api/terms');
  const term = terms.find(({ is_current }: { is_current: boolean }) => is_current);
  const needed = await ask(admin, 'POST', '/api/subjects', { code: `${code}B`, name: `Before ${name}` });
  const subject = await ask(admin, 'POST', '/api/subjects', {
    code,
    name,
    prerequisite_ids: [needed.id],
  });
  const { id } = await ask(admin, 'POST', '/api/courses', {
    subject_id: subject.id,
    term_id: term.id,
    capacity: 2,
  });
  await ask(admin, 'POST', `/api/courses/${id}/activate`, {});
  for (const page of [admin, student, other]) await page.goto(`/courses/${id}`);
  const main = (page: typeof admin) => page.getByRole('main');

  // What the table may not do by itself is said by row.
  await main(admin).getByRole('button', { name: 'From a table' }).click();
  const csv = `email\n${accounts.student}\nnobody@nimbusu.test\n`;
  await main(admin)
    .getByLabel('CSV file')
    .setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const rows = main(admin).getByRole('list', { name: 'Rows of the file' }).getByRole('listitem');
  await expect(rows.nth(0)).toContainText('Another subject has to be completed before.');
  await expect(rows.nth(1)).toContainText('No active account has this.');

  // By hand it is allowed, once it was said what.
  await main(admin).getByRole('button', { name: 'One student' }).click();
  await main(admin).getByLabel('Find a student').fill(accounts.student);
  await main(admin)
    .getByRole('combobox', { name: 'Student' })
    .selectOption({ label: await main(admin).getByRole('option', { name: accounts.student }).innerText() });
  await expect(main(admin).getByText(`${code}B Before ${name} has not been completed`)).toBeVisible();
  await main(admin).getByLabel('Why it is allowed nevertheless').fill('Passed elsewhere');
  await expectClean(admin, 'a course, enrolling');
  await main(admin).getByRole('button', { name: 'Enrol nevertheless' }).click();
  await expect(main(student).getByText('Enrolled', { exact: true })).toBeVisible();
  await expect(main(admin).getByText('Allowed nevertheless: Passed elsewhere')).toBeVisible();

  const title = newTitle('Bring a laptop');
  const announcement = await ask(admin, 'POST', '/api/announcements', {
    title,
    content: 'For the exercises.',
    target_audience: 'course',
    target_details: { course_ids: [id] },
  });
  await ask(admin, 'POST', `/api/announcements/${announcement.id}/publish`);
  const announced = (page: typeof admin) =>
    page.getByRole('region', { name: 'Announcements to this course' }).getByRole('link', { name: title });
  await expect(announced(student)).toBeVisible();
  await expect(announced(admin)).toBeVisible();
  await expect(announced(other)).toHaveCount(0);

  await main(admin).getByRole('button', { name: 'Enter grades' }).click();
  await main(admin)
    .getByLabel(/^Grade of/)
    .fill('A');
  await main(admin)
    .getByLabel(/^Points of/)
    .fill('9.5');
  await expectClean(admin, 'a course, grading');
  await main(admin)
    .getByRole('button', { name: /^Save the grade of/ })
    .click();
  await expect(main(student).getByText('Completed, A', { exact: true })).toBeVisible();
  // Who is graded is in the course no more, and reads no more of it.
  await expect(announced(student)).toHaveCount(0);
});
