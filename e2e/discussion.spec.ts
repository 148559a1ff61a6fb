import type { Page } from '@playwright/test';
import { makeCourse } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { accounts, expectLive } from './sign-in';

const thread = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Discussion' }).getByRole('link', { name: title });
const shown = (page: Page, words: string) => page.getByRole('main').getByText(words);

test('a student asks, faculty answers live, the answer is accepted, the thread is closed', async ({
  portal,
}) => {
  test.slow();
  const people = { faculty: [accounts.faculty], students: [accounts.student] };
  const { id } = await makeCourse(portal, people);
  const [student, faculty] = [await portal.visit('student'), await portal.visit('faculty')];
  await faculty.goto(`/courses/${id}/discussion`);
  await expect(faculty.getByText('Nothing has been asked yet')).toBeVisible();
  await expectLive(faculty);

  await student.goto(`/courses/${id}`);
  await student.getByRole('link', { name: 'Discussion', exact: true }).click();
  await student.getByRole('button', { name: 'New thread' }).click();
  await student.getByLabel('What is it about?').fill('How does a skip list balance?');
  await student.getByLabel('Text', { exact: true }).fill('Is the height **really** a coin?');
  // What is typed survives a reload.
  await student.goto(`/courses/${id}/discussion?write=1`);
  await expect(student.getByLabel('What is it about?')).toHaveValue('How does a skip list balance?');
  await student.getByRole('button', { name: 'Post' }).click();
  await thread(student, 'How does a skip list balance?').click();
  await expect(student.getByRole('heading', { name: 'How does a skip list balance?' })).toBeVisible();

  await expectLive(student);
  await expectClean(faculty, 'a discussion');
  await thread(faculty, 'How does a skip list balance?').click();
  await expect(faculty.locator('strong').filter({ hasText: 'really' })).toBeVisible();
  await faculty.getByRole('textbox', { name: 'Your reply' }).fill('Yes, for each level.');
  await faculty.getByRole('button', { name: 'Send' }).click();
  await expect(shown(student, 'Yes, for each level.')).toBeVisible();

  await student.getByRole('button', { name: /^More about (?!this)/ }).click();
  await student.getByRole('button', { name: 'Accept as the answer' }).click();
  await expect(faculty.getByRole('region', { name: 'Accepted answer' })).toContainText(
    'Yes, for each level.',
  );

  await expectClean(student, 'a thread');
  await faculty.getByRole('button', { name: 'More about this thread' }).click();
  await faculty.getByRole('button', { name: 'Close the thread' }).click();
  await expect(shown(student, 'This thread is closed. Only staff can reply.')).toBeVisible();
  await expect(student.getByRole('textbox', { name: 'Your reply' })).toHaveCount(0);
});
