import type { Page } from '@playwright/test';
import { ask } from './ask-api';
import { makeCourse } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { accounts } from './sign-in';

test('an absence moves the student’s page and bell at once and says what can still be missed; a correction takes it back; a classmate sees nothing', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  const { code, ...course } = await makeCourse(portal, {
    faculty: [accounts.faculty],
    students: [accounts.student, accounts.student2],
    isPlannedDaily: true,
  });
  const [faculty, student, classmate] = [
    await portal.visit('faculty'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const row = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: code });
  for (const page of [student, classmate]) {
    await page.goto('/attendance');
    await expect(row(page).first()).toContainText('No class counts yet');
  }
  const mark = async (hour: number, status: string) => {
    const session = await ask(faculty, 'POST', '/api/attendance/sessions', {
      course_id: course.id,
      day: course.yesterday,
      start_time: `${hour}:00`,
      end_time: `${hour}:45`,
      title: 'Lab',
    });
    await save(session.id, status);
    return session.id;
  };
  const save = (id: string, status: string) =>
    ask(faculty, 'POST', `/api/attendance/sessions/${id}/marks`, {
      marks: [
        { student_id: course.students[0], status },
        { student_id: course.students[1], status: 'present' },
      ],
    });
  for (const status of ['present', 'present', 'present', 'absent']) await mark(10, status);
  await expect(row(student).first()).toContainText('75 %');

  const last = await mark(14, 'absent');
  await expect(row(student).first()).toContainText('60 %');
  await expect(row(student).first()).toContainText(/You can miss \d+ more/);
  await expect(row(student).first()).toContainText('Critical: 60 %, below 65 %');
  await expectClean(student, 'the own attendance, with an alert');
  const bell = (page: Page) => page.getByRole('dialog', { name: 'Latest notifications' });
  await student.getByRole('button', { name: /^Notifications,/ }).click();
  const alert = bell(student)
    .getByRole('listitem')
    .filter({ hasText: `${code}: attendance 60 %, below 65 %` });
  await expect(alert).toContainText(/You can miss \d+ more to end at 75 % or above/);

  await save(last, 'present');
  await expect(alert).toContainText('Withdrawn');
  await expect(
    bell(student)
      .getByRole('listitem')
      .filter({ hasText: `${code}: warning withdrawn, 80 %` }),
  ).toBeVisible();
  await expect(row(student).first()).toContainText('80 %');
  await expect(row(student).first()).not.toContainText('Critical');

  await expect(row(classmate).first()).toContainText('100 %');
  await classmate.getByRole('button', { name: /^Notifications,/ }).click();
  await expect(bell(classmate)).toBeVisible();
  await expect(bell(classmate).getByText(code)).toHaveCount(0);

  await student.goto(`/attendance/courses/${course.id}`);
  await expect(student.getByRole('region', { name: 'Classes' }).getByRole('listitem')).toHaveCount(5);
  await faculty.goto(`/attendance/courses/${course.id}`);
  await expect(faculty.getByRole('table', { name: 'Students' }).getByRole('row')).toHaveCount(3);
  await expectClean(faculty, 'the numbers of a course');
});
