import { toasts } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';

interface Meeting {
  entry_id: string;
  day: string;
  course: { code: string };
  room: { code: string } | null;
  change_id: string | null;
}

test('a class is cancelled: the week of who attends it shows that by itself, and nobody else is told', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  const [admin, student, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const { url }: { url: string } = await ask(student, 'POST', '/api/calendar');
  // A calendar program has no session.
  const calendarFile = async () => (await (await fetch(url)).text()).replaceAll('\r\n ', '');
  expect(await calendarFile()).not.toContain('The room is flooded.');
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const { meetings }: { meetings: Meeting[] } = await ask(
    student,
    'GET',
    `/api/timetable/week?day=${nextWeek}`,
  );
  const [meeting] = meetings;
  if (!meeting) throw new Error('the demo student has classes every week');
  for (const page of [student, other]) await page.goto(`/timetable?day=${nextWeek}`);
  const main = student.getByRole('main');
  await expect(main.getByText(meeting.course.code).first()).toBeVisible();
  await expect(main.getByText(/^Cancelled/)).toHaveCount(0);

  const change = {
    entry_id: meeting.entry_id,
    day: meeting.day,
    cancelled: true,
    message: 'The room is flooded.',
  };
  const changed: Meeting = await ask(admin, 'POST', '/api/timetable/changes', change);
  await expect(main.getByText('Cancelled: The room is flooded.')).toBeVisible();
  await expect(toasts(student, meeting.course.code)).toHaveCount(1);
  expect(await calendarFile()).toContain('The room is flooded.');
  await expect(other.getByRole('main').getByText(/^Cancelled/)).toHaveCount(0);
  await expect(toasts(other, meeting.course.code)).toHaveCount(0);

  await ask(admin, 'DELETE', `/api/timetable/changes/${changed.change_id}`);
  await expect(main.getByText(/^Cancelled/)).toHaveCount(0);
});
