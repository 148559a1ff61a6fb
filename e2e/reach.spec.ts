import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newTitle, rows, toasts } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';

interface Written {
  id: string;
  version: number;
}

/** A draft of the admin's for these people, to be acknowledged. */
async function write(admin: Page, readers: Page[], more: { title: string } & Record<string, unknown>) {
  const user_ids = await Promise.all(readers.map(async (page) => (await ask(page, 'GET', '/api/me')).id));
  const target = { target_audience: 'users', target_details: { user_ids } };
  const body = { content: 'Read all about it.', acknowledgement_required: true, ...target, ...more };
  const draft: Written = await ask(admin, 'POST', '/api/announcements', body);
  return draft.id;
}

const publish = (admin: Page, id: string) => ask(admin, 'POST', `/api/announcements/${id}/publish`);

/** As another author does it, while this one looks. */
async function edit(admin: Page, id: string, change: Record<string, unknown>) {
  const { version }: Written = await ask(admin, 'GET', `/api/announcements/${id}`);
  await ask(admin, 'PATCH', `/api/announcements/${id}`, change, { 'if-match': `"v${version}"` });
}

/** Where a test that counts begins: data stays between runs. */
async function acknowledgeAllUrgent(page: Page): Promise<void> {
  const filter = 'scope=received&priority=urgent&unacknowledged=true&limit=100';
  const { items }: { items: Written[] } = await ask(page, 'GET', `/api/announcements?${filter}`);
  for (const { id } of items) await ask(page, 'POST', `/api/announcements/${id}/acknowledge`, {});
  await expect(banner(page)).toHaveCount(0);
}

const number = (page: Page, step: string) => page.locator(`[data-reach=${step}]`);
const people = (page: Page) => page.getByRole('table', { name: 'People' }).getByRole('rowheader');
const button = (page: Page, title: string) =>
  page.getByRole('main').getByRole('button', { name: `Acknowledge "${title}"` });
const banner = (page: Page) => page.getByRole('region', { name: 'Urgent announcements' });

test('the board fills from three browsers, reminds who has not answered, and its reminder stops by itself', async ({
  portal,
}) => {
  test.slow();
  const [admin, student, student2, faculty] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
    await portal.visit('faculty'),
  ];
  const title = newTitle('Fire drill');
  const id = await write(admin, [student, student2, faculty], { title });
  await admin.goto(`/announcements/${id}/reach`);
  await expect(admin.getByText('A draft: nobody but its authors sees it.')).toBeVisible();
  await student2.goto('/inbox');
  await expect(student2.getByRole('heading', { name: 'Inbox' })).toBeVisible();

  await publish(admin, id);
  await expect(number(admin, 'targeted')).toHaveText('3');
  await expect(number(admin, 'delivered')).toHaveText('3');
  await expect(number(admin, 'acknowledged')).toHaveText('0');
  await expect(admin.getByRole('status').filter({ hasText: 'Of 3: 3 delivered' })).toHaveCount(1);

  await toasts(student, title).getByRole('link', { name: /^Open/ }).click();
  await expect(number(admin, 'seen')).not.toHaveText('0');
  await button(student, title).click();
  const done = student.getByRole('main').getByText(/Acknowledged \d/);
  await expect(done).toBeFocused();
  await expect(number(admin, 'acknowledged')).toHaveText('1');
  await expect(admin.getByText('just now').first()).toBeVisible();
  await expect(people(admin)).toHaveCount(2);
  await expect(people(admin).filter({ hasText: 'student2@nimbusu.test' })).toHaveCount(1);
  await admin.getByRole('searchbox', { name: 'Find by name or email address' }).fill('faculty@');
  await expect(people(admin)).toHaveCount(1);
  await expect(admin).toHaveURL(/[?&]q=faculty%40/);
  await admin.getByRole('searchbox', { name: 'Find by name or email address' }).fill('');
  await expect(people(admin)).toHaveCount(2);

  // The rest, with one click that says how many they are.
  await expect(rows(student2, title)).toHaveCount(1);
  await admin.getByText('Every hour').click();
  await admin.getByRole('button', { name: 'Remind 2', exact: true }).click();
  const reminder = admin.getByRole('region', { name: 'Reminder' });
  await expect(reminder.getByText(/^Running: 1 round so far, the next one/)).toBeVisible();
  await expect(rows(student2, title)).toHaveCount(2);
  await student.goto('/inbox');
  await expect(rows(student, title)).toHaveCount(1);

  for (const page of [student2, faculty]) {
    await page.goto(`/announcements/${id}`);
    await button(page, title).click();
  }
  await expect(number(admin, 'acknowledged')).toHaveText('3');
  await expect(reminder.getByText(/All have answered, so no further round is sent/)).toBeVisible();
  await expect(admin.getByText('Nobody here')).toBeVisible();
  // The next round is due.
  await withProductDatabase((sql) =>
    sql.query(
      `UPDATE announcement_reminder SET next_at = now() - interval '1 minute' WHERE announcement_id = $1`,
      [id],
    ),
  );
  await expect(async () => {
    await admin.reload();
    await expect(
      reminder.getByText(/^It stopped by itself, .*, after 1 round: all have answered/),
    ).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();

  // What a spreadsheet gets is what the board shows.
  await admin.getByText(/^All 3$/).click();
  await expect(people(admin)).toHaveCount(3);
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n').slice(1);
  expect(lines).toHaveLength(3);
  const shown = await people(admin).allInnerTexts();
  for (const [place, line] of lines.entries()) {
    const [name = '', email = ''] = line.split(',');
    expect(shown[place]).toContain(name);
    expect(shown[place]).toContain(email);
    expect(line).toMatch(/\d{4}-\d\d-\d\dT[^,]+$/);
  }
});

test('what is urgent stands above every page, in every tab, until it is acknowledged', async ({ portal }) => {
  portal.allowConsole(/403 \(Forbidden\)/);
  const [admin, student, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  for (const page of [student, other]) await acknowledgeAllUrgent(page);
  const tab = await portal.openTab(student, '/profile');
  const [first, second] = [newTitle('Water is off'), newTitle('Campus closed')];
  for (const title of [first, second])
    await publish(admin, await write(admin, [student], { title, priority: 'urgent' }));
  for (const page of [student, tab]) {
    await expect(banner(page).getByRole('link', { name: second })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: '2 urgent announcements' })).toHaveCount(1);
  }
  await expect(banner(other)).toHaveCount(0);

  // It comes with the page, so that nothing moves when it appears.
  const page = await tab.goto('/inbox');
  expect(await page?.text()).toContain(second);
  await banner(tab).getByRole('button', { name: 'Show all 2 urgent' }).click();
  await expect(banner(tab).getByRole('listitem')).toHaveCount(2);

  // What the server refuses is not done, and said so.
  const refusal = {
    type: 'about:blank',
    code: 'auth.forbidden',
    title: 'No',
    status: 403,
    correlation_id: 'c1',
  };
  await tab.route('**/acknowledge', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
  );
  const acknowledge = (on: Page, title: string) =>
    banner(on).getByRole('button', { name: `Acknowledge "${title}"` });
  await acknowledge(tab, first).click();
  const told = tab.getByText(`"${first}" is not acknowledged yet. You may not do this.`);
  await expect(told.first()).toBeVisible();
  await expect(banner(tab).getByRole('listitem')).toHaveCount(2);
  await tab.unroute('**/acknowledge');

  await acknowledge(tab, second).click();
  await expect(acknowledge(tab, first)).toBeFocused();
  await expect(banner(student).getByRole('link', { name: second })).toHaveCount(0);
  await acknowledge(student, first).click();
  await expect(student.getByRole('main')).toBeFocused();
  for (const each of [student, tab]) await expect(banner(each)).toHaveCount(0);
  await tab.reload();
  await expect(tab.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(banner(tab)).toHaveCount(0);
});

test('a reader sees what was changed, and loses at once what is put into the archive', async ({ portal }) => {
  portal.allowConsole(/404 \(Not Found\)/);
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const title = newTitle('Exam in room');
  const id = await write(admin, [student], { title: `${title} B12`, content: 'Tuesday, 10:00.' });
  await publish(admin, id);
  const list = await portal.openTab(student, '/announcements');
  await expect(rows(list, title)).toHaveCount(1);
  await student.goto(`/announcements/${id}`);
  await button(student, `${title} B12`).click();

  await edit(admin, id, { title: `${title} D4` });
  await expect(student.getByRole('heading', { name: `${title} D4` })).toBeVisible();
  await student.getByRole('button', { name: 'Show 1 earlier version' }).click();
  const versions = student.getByRole('list', { name: 'Earlier versions' });
  await expect(versions.getByRole('listitem').first()).toContainText('Minor edit');
  await expect(versions.getByRole('deletion')).toHaveText(/B12/);
  await expect(versions.getByRole('insertion')).toHaveText(/D4/);
  await expect(button(student, `${title} D4`)).toHaveCount(0);

  await edit(admin, id, { content: 'Wednesday, 10:00.', edit: 'reannounce' });
  await expect(versions.getByRole('listitem').first()).toContainText('Announced again');
  await expect(versions.getByRole('insertion').filter({ hasText: 'Wednesday' })).toHaveCount(1);
  await expect(button(student, `${title} D4`)).toBeVisible();

  await admin.goto(`/announcements/${id}/reach`);
  await admin.getByRole('button', { name: `More for "${title} D4"` }).click();
  await admin.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await expect(list.getByRole('list', { name: 'Pinned' }).getByText(title)).toBeVisible();
  await admin.getByRole('button', { name: `More for "${title} D4"` }).click();
  await admin.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(admin.getByText('It is in the archive. Its readers find it no more.')).toBeVisible();
  await expect(student.getByText('It is not available any more')).toBeVisible();
  await expect(rows(list, title)).toHaveCount(0);
});

test('authors find what they wrote by what has become of it, and are told when somebody was quicker', async ({
  portal,
}) => {
  // The last: an open page asks for what was deleted, and is told.
  portal.allowConsole(/412 \(Precondition Failed\)|403 \(Forbidden\)|404 \(Not Found\)/);
  const [admin, faculty, student] = [
    await portal.visit('admin'),
    await portal.visit('faculty'),
    await portal.visit('student'),
  ];
  const title = newTitle('Timetable');
  const id = await write(admin, [faculty], { title });
  await admin.goto('/admin/announcements');
  await admin.getByText('Drafts', { exact: true }).click();
  await expect(admin).toHaveURL('/admin/announcements?status=draft');
  await admin.getByRole('searchbox', { name: 'Find announcements' }).fill(title);
  await expect(admin).toHaveURL(/[?&]q=Timetable/);
  await expect(rows(admin, title)).toHaveCount(1);
  await publish(admin, id);
  await expect(admin.getByText(`Nothing with "${title}"`)).toBeVisible();
  await admin.getByText('Published', { exact: true }).click();
  await expect(rows(admin, title)).toContainText('0 of 1 acknowledged');
  await faculty.goto(`/announcements/${id}`);
  await button(faculty, title).click();
  await expect(rows(admin, title)).toContainText('1 of 1 acknowledged');

  // Between the look and the click somebody else changes it.
  let isFirst = true;
  await admin.route(`**/api/announcements/${id}`, async (route) => {
    if (route.request().method() === 'DELETE' && isFirst) {
      isFirst = false;
      await edit(admin, id, { title: `${title} of winter` });
    }
    await route.continue();
  });
  const more = admin.getByRole('button', { name: new RegExp(`^More for "${title}`) });
  await more.click();
  await admin.getByRole('menuitem', { name: 'Delete' }).click();
  const question = admin.getByRole('dialog', { name: new RegExp(`^Delete "${title}`) });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(question.getByRole('alert')).toContainText('Somebody changed');
  await expect(admin.getByRole('dialog', { name: `Delete "${title} of winter"?` })).toBeVisible();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(rows(admin, `${title} of winter`)).toHaveCount(1);
  await expect(more).toBeFocused();

  // Somebody else's board is closed, politely.
  await faculty.goto(`/announcements/${id}/reach`);
  await expect(faculty.getByText('This board is not yours')).toBeVisible();
  await student.goto(`/announcements/${id}/reach`);
  await expect(student).toHaveURL('/home');

  await more.click();
  await admin.getByRole('menuitem', { name: 'Delete' }).click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(rows(admin, title)).toHaveCount(0);
  await expect(admin.getByText(`"${title} of winter" is deleted`).first()).toBeVisible();
});
