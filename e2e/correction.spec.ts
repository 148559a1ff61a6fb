import { ask } from './ask-api';
import { makeCourse } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { accounts, expectLive } from './sign-in';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

test('a student asks for a correction with a certificate, the teacher accepts, and both screens follow', async ({
  portal,
}) => {
  test.slow(); // two people at three screens
  const people = { faculty: [accounts.faculty], students: [accounts.student] };
  const { code, ...course } = await makeCourse(portal, people);
  const [faculty, student] = [await portal.visit('faculty'), await portal.visit('student')];
  const session = await ask(faculty, 'POST', '/api/attendance/sessions', {
    course_id: course.id,
    day: course.yesterday,
    start_time: '10:00',
    end_time: '11:00',
    title: 'Lab',
  });
  await ask(faculty, 'POST', `/api/attendance/sessions/${session.id}/marks`, {
    marks: [{ student_id: course.students[0], status: 'absent' }],
  });
  await faculty.goto('/attendance/requests');
  await expectLive(faculty);
  const row = (page: typeof faculty) =>
    page.getByRole('main').getByRole('listitem').filter({ hasText: code });
  await expect(row(faculty)).toHaveCount(0);

  await student.goto(`/attendance/courses/${course.id}`);
  await expectLive(student);
  const held = student.getByRole('region', { name: 'Classes' }).getByRole('listitem');
  await expect(held).toContainText('Absent');
  await held.getByRole('button', { name: /^Ask for a correction/ }).click();
  const dialog = student.getByRole('dialog', { name: 'Ask for a correction' });
  await dialog.getByLabel('It should be').selectOption('Excused');
  await dialog.getByLabel('Why').fill('I was at the doctor');
  await dialog
    .getByLabel(/^Evidence/)
    .setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: PDF });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog).toHaveCount(0);

  const requests = await portal.openTab(student, '/attendance/requests');
  await expect(row(requests)).toContainText('Absent → Excused');
  await expect(row(faculty)).toContainText('I was at the doctor');
  await expectClean(faculty, 'requests to decide');
  const download = faculty.waitForEvent('download');
  await row(faculty).getByRole('link', { name: 'certificate.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('certificate.pdf');

  await row(faculty).getByLabel('Answer').fill('Get well');
  await row(faculty)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(row(faculty)).toHaveCount(0);
  await expect(row(requests)).toHaveCount(0);
  await expect(held).toContainText('Excused');
  await requests.goto('/attendance/requests?show=over');
  await expect(row(requests)).toContainText('Get well');

  await faculty.goto(`/attendance/sessions/${session.id}/history`);
  const changes = faculty.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await expect(changes).toHaveCount(2);
  await expect(changes.first()).toContainText('I was at the doctor');
  const marks = faculty.getByRole('list', { name: 'Marks' });
  await expect(marks).toContainText('Excused');
  await faculty.getByLabel('Show it as it was').selectOption({ index: 2 });
  await expect(marks).toContainText('Absent');
  await expectClean(faculty, 'the record of a class');
});
