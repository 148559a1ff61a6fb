import ICAL from 'ical.js';
import { bell, readEverything, toasts } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';

interface Meeting {
  entry_id: string;
  day: string;
  start_time: string;
  status: string;
  course: { id: string; code: string };
  change_id: string | null;
}

/** What a calendar program knows of a class: how often it was changed, and when its changed day begins. */
async function readCalendar(url: string, { entry_id, day }: Meeting) {
  // A calendar program has no session.
  const file = new ICAL.Component(ICAL.parse(await (await fetch(url)).text()));
  const events = file.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const own = events.filter(({ uid }) => uid.startsWith(entry_id));
  const changed = own.find((event) => event.recurrenceId?.toString().startsWith(day));
  return {
    sequence: Math.max(...own.map(({ sequence }) => sequence)),
    changedStart: changed?.startDate.toString() ?? null,
    all: events.length,
  };
}

test('an administrator moves a class: who attends it sees toast, bell, week, course and calendar file change; nobody else anything', async ({
  portal,
}) => {
  test.slow(); // three people at four screens
  const [admin, student, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const weekOf = async (page: typeof admin, more = ''): Promise<Meeting[]> =>
    (await ask(page, 'GET', `/api/timetable/week?day=${day}${more}`)).meetings;
  const meeting = (await weekOf(student)).find(({ status }) => status === 'planned');
  if (!meeting) throw new Error('the demo student has classes every week');
  const { entry_id, course } = meeting;
  const [url, othersUrl]: [string, string] = [
    (await ask(student, 'POST', '/api/calendar')).url,
    (await ask(other, 'POST', '/api/calendar')).url,
  ];
  const before = await readCalendar(url, meeting);
  const othersBefore = await readCalendar(othersUrl, meeting);
  expect(before.changedStart).toBeNull();
  for (const page of [student, other]) await readEverything(page);
  for (const page of [student, other]) await page.goto(`/timetable?day=${day}`);
  const coursePage = await portal.openTab(student, `/courses/${course.id}`);
  const entry = student.getByRole('main').locator(`[data-entry="${entry_id}"]`);
  await expect(entry).toContainText(meeting.start_time);
  const coming = coursePage.getByRole('list', { name: 'Coming classes' }).getByRole('listitem');
  await expect(coming.first()).toBeVisible();
  const othersWeek = await other.getByRole('main').innerText();

  // From the page of the course to its week, and there by hand.
  await admin.goto(`/courses/${course.id}`);
  await admin.getByRole('main').getByRole('link', { name: 'Week view' }).click();
  await admin.getByRole('button', { name: 'Next week' }).click();
  await admin
    .getByRole('main')
    .locator(`[data-entry="${entry_id}"]`)
    .getByRole('button', { name: /^Change/ })
    .click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Start').fill('20:00');
  await form.getByLabel('End').fill('21:00');
  await form.getByLabel('Message').fill('The hall is free in the evening.');
  await form.getByRole('button', { name: 'Change and tell them' }).click();

  await expect(entry).toContainText('20:00–21:00');
  await expect(entry).toContainText('Changed: The hall is free in the evening.');
  await expect(toasts(student, `${course.code} moved to`)).toHaveCount(1);
  const moved = coming.filter({ hasText: '20:00–21:00' });
  await expect(moved).toContainText(`Planned: ${meeting.start_time}`);
  await expect(moved).toContainText('The hall is free in the evening.');
  await bell(student, 1).click();
  const latest = student.getByRole('dialog', { name: 'Latest notifications' });
  await expect(latest.getByRole('listitem').first()).toContainText(`${course.code} moved to`);
  const after = await readCalendar(url, meeting);
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect(after.changedStart).toBe(`${meeting.day}T20:00:00`);

  await expect(bell(other, 0)).toBeVisible();
  expect(await other.getByRole('main').innerText()).toBe(othersWeek);
  await expect(toasts(other, course.code)).toHaveCount(0);
  expect(await readCalendar(othersUrl, meeting)).toEqual(othersBefore);

  const changed = (await weekOf(admin, `&of=course&id=${course.id}`)).find((each) => each.change_id !== null);
  await ask(admin, 'DELETE', `/api/timetable/changes/${changed?.change_id}`);
  await expect(entry).not.toContainText('Changed');
  await expect(moved).toHaveCount(0);
});
