import type { Page } from '@playwright/test';
import { seedPeople } from '../prisma/seed/people';
import { ask } from './ask-api';
import { makeCourse, openClassOfToday } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { homes, signInAs } from './sign-in';

const staff = seedPeople().filter(
  ({ role, departmentCode }) => role === 'faculty' && departmentCode === 'CS',
);
const students = seedPeople().filter(
  ({ role, departmentCode }) => role === 'student' && departmentCode === 'BI',
);

const button = (page: Page, name: string | undefined, status: string) =>
  page.getByRole('group', { name: `Mark of ${name}`, exact: true }).getByRole('button', { name: status });
const expectMark = (page: Page, name: string | undefined, status: string) =>
  expect(button(page, name, status)).toHaveAttribute('aria-pressed', 'true');

test('two teachers at one roster: each sees the other, a lost network loses nothing, and who is late chooses', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  // What the browser logs of requests that were cut off, and of the one that was refused.
  portal.allowConsole(/net::ERR_FAILED|status of 412/);
  const admin = await portal.visit('admin');
  const course = await makeCourse(portal, {
    faculty: staff.slice(0, 2).map(({ email }) => email),
    students: students.slice(0, 4).map(({ email }) => email),
  });
  const id = await openClassOfToday(admin, course);
  const { students: seats } = await ask(admin, 'GET', `/api/attendance/sessions/${id}`);
  const [one, two, three, four] = seats.map(({ name }: { name: string }) => name);
  const [first, second] = [await portal.visit(), await portal.visit()];
  for (const [index, page] of [first, second].entries())
    await signInAs(page, staff[index]?.email ?? '', homes.faculty);
  await first.goto('/attendance');
  await expectClean(first, 'the classes of a teacher');
  await second.goto(`/attendance/sessions/${id}`);
  await first.goto(`/attendance/sessions/${id}`);

  // Keys mark and go on; the other sees it, and is seen.
  await expect(first.getByText('4 not marked, which is not present')).toBeVisible();
  await first.keyboard.press('p');
  await first.keyboard.press('p');
  await expectMark(second, one, 'Present');
  await button(second, two, 'Late').click();
  await expectMark(first, two, 'Late');
  await expect(first.getByText('2 of 4 marked')).toBeVisible();
  await expectClean(first, 'a roster');

  // The first one's network is gone: the marks are there, and say that they wait, also after the page is loaded anew.
  const marks = `**/api/attendance/sessions/${id}/marks`;
  await first.route(marks, (route) => route.abort());
  await button(first, three, 'Absent').click();
  await button(first, four, 'Excused').click();
  await expect(first.getByText('2 marks wait for the network')).toBeVisible();
  await first.reload();
  await expectMark(first, three, 'Absent');
  await expect(first.getByText('2 marks wait for the network')).toBeVisible();
  // Meanwhile the other marks one of them.
  await button(second, three, 'Present').click();
  await expect(second.getByText('3 of 4 marked')).toBeVisible();

  // The network is back: what nobody else has marked is saved once, of the other both are there.
  await first.unroute(marks);
  await first.evaluate(() => window.dispatchEvent(new Event('online')));
  await expectMark(second, four, 'Excused');
  const asked = first.getByRole('alert', { name: 'Some marks are not saved' });
  await expect(asked).toContainText('Theirs: Present · Yours: Absent');
  await expectMark(first, three, 'Present');
  await expectClean(first, 'a roster with two versions');
  await asked.getByRole('button', { name: `Save your mark of ${three}` }).click();
  await expectMark(second, three, 'Absent');
  await expect(asked).toHaveCount(0);
  await expect(first.getByText('Everything is saved')).toBeVisible();
  const roster = await ask(admin, 'GET', `/api/attendance/sessions/${id}`);
  expect(roster.students.map(({ version }: { version: number }) => version)).toEqual([1, 1, 2, 1]);

  // Undo takes it back to what was there before.
  await first.keyboard.press('Control+z');
  await expectMark(second, three, 'Present');
  await second.getByText('Grid', { exact: true }).click();
  await expect(second.getByRole('list', { name: 'Students' }).getByRole('button').first()).toBeVisible();
  await expectClean(second, 'a roster as a grid');
});
