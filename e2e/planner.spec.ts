import { toasts } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';

interface Entry {
  entry_id: string;
  course: { code: string };
  day_of_week: number;
  start_time: string;
  end_time: string;
}
interface Week {
  term: { id: string };
  meetings: { entry_id: string }[];
}
interface Timetables {
  items: { id: string; department: { id: string } }[];
}

test('a class is moved in the planner and published: the week of who attends it shows that by itself', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  const [admin, student, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const week: Week = await ask(student, 'GET', `/api/timetable/week?day=${nextWeek}`);
  const ids = week.meetings.map(({ entry_id }) => entry_id);
  const { items }: Timetables = await ask(admin, 'GET', `/api/timetables?term_id=${week.term.id}`);
  let found: { entry: Entry; department: string } | undefined;
  for (const { id, department } of items) {
    const { entries }: { entries: Entry[] } = await ask(admin, 'GET', `/api/timetables/${id}`);
    const entry = entries.find((each) => each.start_time === '11:00' && ids.includes(each.entry_id));
    found ??= entry && { entry, department: department.id };
  }
  if (!found) throw new Error('the demo student has a class at 11:00');
  const { entry, department } = found;
  for (const page of [student, other]) await page.goto(`/timetable?day=${nextWeek}`);
  const row = student.locator(`[data-entry="${entry.entry_id}"]`);
  await expect(row.getByText('11:00–12:30')).toBeVisible();

  // So low that the class lies in the lower half, where the page moves along with it.
  await admin.setViewportSize({ width: 1440, height: 560 });
  await admin.goto(`/admin/timetable?term=${week.term.id}&department=${department}`);
  const card = admin.locator(`[data-entry="${entry.entry_id}"]`);
  // A quarter of an hour later nothing else is in the room, and an hour earlier another class is.
  await card.press('Space');
  // The arrows are heard from the browser's next turn on: the key that takes a class up is not to let it go again.
  await admin.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await admin.keyboard.press('ArrowDown');
  await expect(admin.getByText(/^There: .+, 11:15–12:45$/)).toBeVisible();
  await expect(admin.getByRole('status').filter({ hasText: 'There:' })).toContainText('No conflicts');
  await admin.keyboard.press('Space');
  await expect(card).toContainText('11:15–12:45');
  await expect(row.getByText('11:00–12:30')).toBeVisible();

  await admin.getByRole('button', { name: 'Look at the changes' }).click();
  const question = admin.getByRole('dialog', { name: 'What publishing changes' });
  await expect(question.locator('ins')).toContainText('11:15–12:45');
  await question.getByRole('button', { name: 'Publish and tell them' }).click();

  await expect(row.getByText('11:15–12:45')).toBeVisible();
  await expect(toasts(student, entry.course.code)).toHaveCount(1);
  await expect(toasts(other, entry.course.code)).toHaveCount(0);
});
