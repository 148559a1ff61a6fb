import type { Page } from '@playwright/test';
import { addressTo, announce, draft, newTitle, pressPublish, recipients, rows, toasts } from './announce';
import { expect, test } from './portal-test';

const count = (words: string) => Number(/\d[\d,]*/.exec(words)?.[0].replace(/,/g, ''));
const chosen = (page: Page) => page.getByRole('list', { name: 'Chosen audience' }).getByRole('listitem');
const main = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

async function write(page: Page, { title, text = 'Text of it' }: { title: string; text?: string }) {
  await page.goto('/admin/announcements/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text').fill(text);
}

async function edit(page: Page, id: string): Promise<void> {
  await page.goto(`/announcements/${id}/edit`);
  await expect(page.getByLabel('Title')).not.toHaveValue('');
}

/** The next time a clock of that zone shows, so many seconds from now, as the field takes it. */
function localTime(zone: string, seconds: number): string {
  return new Date(Date.now() + seconds * 1_000).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
}

test('what is written is seen as its readers will see it, and nothing of it runs', async ({ portal }) => {
  const page = await portal.visit('admin');
  await write(page, {
    title: newTitle('Preview'),
    text: '# Where\n\n**Room B12** <img src=x onerror=alert(1)>',
  });
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toHaveCount(0);
  await page.getByText('Side by side', { exact: true }).click();
  await expect(preview.getByRole('heading', { name: 'Where' })).toBeVisible();
  await expect(preview.getByText('Room B12', { exact: true })).toHaveCSS('font-weight', '550');
  await expect(preview.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await page.getByLabel('Text').fill('- one\n- two');
  await expect(preview.getByRole('listitem')).toHaveText(['one', 'two']);
  await page.getByText('Preview', { exact: true }).click();
  await expect(page.getByLabel('Text')).toBeHidden();
  await page.getByText('Markdown', { exact: true }).click();
  await expect(page.getByLabel('Text')).toHaveValue('- one\n- two');
});

test('roles and departments narrow, people come on top, and the button says how many', async ({ portal }) => {
  const page = await portal.visit('admin');
  const title = newTitle('Combined');
  await write(page, { title });
  await addressTo(page, 'Students');
  await expect(recipients(page)).toHaveText(/^Reaches \d/);
  const students = count(await recipients(page).innerText());
  await addressTo(page, 'Computer Science');
  await expect(page.getByText('To all students in Computer Science', { exact: true })).toBeVisible();
  await expect.poll(async () => count(await recipients(page).innerText())).toBeLessThan(students);
  const inDepartment = count(await recipients(page).innerText());
  await addressTo(page, 'student2@nimbusu');
  await expect(recipients(page)).toHaveText(`Reaches ${inDepartment + 1} people.`);
  await expect(main(page, `Publish to ${inDepartment + 1}`)).toBeVisible();

  await page.reload();
  await expect(chosen(page)).toHaveCount(3);
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(recipients(page)).toHaveText(`Reaches ${inDepartment + 1} people.`);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await rows(page, title).getByRole('link').first().waitFor();
  await expect(rows(page, title)).toContainText('Draft');
});

test('published to a combination it arrives there and nowhere else', async ({ portal }) => {
  const [admin, student, other, faculty] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
    await portal.visit('faculty'),
  ];
  const title = newTitle('Students of CS');
  await write(admin, { title });
  await addressTo(admin, 'Students', 'Computer Science');
  await expect(recipients(admin)).toHaveText(/^Reaches \d/);
  await pressPublish(admin);
  await expect(admin).toHaveURL(/\/announcements\/[0-9a-f-]+\/reach$/);
  await expect(toasts(student, title)).toHaveCount(1);
  for (const page of [other, faculty]) await expect(page.getByText(title)).toHaveCount(0);
});

test('a draft opened again names its people, and changes freely', async ({ portal }) => {
  const page = await portal.visit('admin');
  const title = newTitle('For one');
  await write(page, { title });
  await addressTo(page, 'student2@nimbusu');
  const name = await chosen(page).innerText();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL('/admin/announcements');
  const id = await idOf(page, title);
  await edit(page, id);
  await expect(chosen(page)).toHaveText(name.replace(/\n/g, ''));
  await chosen(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await addressTo(page, 'Faculty');
  await page.getByLabel('Title').fill(`${title} changed`);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(rows(page, `${title} changed`)).toContainText('To all faculty');
});

const newYork = 'America/New_York';

test('the time to publish at is one of the writer’s zone, and what is wrong with it is said there', async ({
  portal,
}) => {
  const page = await portal.visit('admin', { timezoneId: newYork });
  await write(page, { title: newTitle('When') });
  await addressTo(page, 'Everyone');
  await page.getByText('At a time', { exact: true }).click();
  const at = page.getByLabel('Publish at');
  await main(page, 'Schedule').click();
  await expect(at).toHaveAccessibleDescription(/^Choose when it is to be published/);
  await at.fill('2020-01-01T10:00');
  await main(page, /^Schedule for/).click();
  await expect(at).toHaveAccessibleDescription(/^Choose a time that is still to come/);
  // The night the clock is put forward: 02:30 is not there.
  await at.fill('2027-03-14T02:30');
  await expect(at).toHaveAccessibleDescription(/^The clock is put forward over this time/);
  await main(page, 'Use that').click();
  await expect(at).toHaveValue('2027-03-14T03:30');
  // The night it is put back: 01:30 comes twice.
  await at.fill('2027-11-07T01:30');
  await page.getByText('01:30, UTC-05:00', { exact: true }).click();
  await expect(at).toHaveAccessibleDescription(/America\/New_York/);
  const asked = page.waitForRequest('**/publish');
  await main(page, /^Schedule for/).click();
  await main(page, /^Schedule for/).click();
  expect((await asked).postDataJSON()).toEqual({ scheduled_for: '2027-11-07T06:30:00.000Z' });
  await expect(page).toHaveURL('/admin/announcements');
});

test('what the server’s clock says of a time is said at the field, and the text is saved once', async ({
  portal,
}) => {
  portal.allowConsole(/422 \(Unprocessable/);
  const page = await portal.visit('admin');
  const title = newTitle('Too late');
  await write(page, { title });
  await addressTo(page, 'Physics');
  await page.getByText('At a time', { exact: true }).click();
  const at = page.getByLabel('Publish at');
  await at.fill('2999-01-01T10:00');
  // This browser's clock is behind the server's.
  await page.route('**/publish', (route) =>
    route.continue({ postData: JSON.stringify({ scheduled_for: '2020-01-01T10:00:00Z' }) }),
  );
  await main(page, /^Schedule for/).click();
  await main(page, /^Schedule for/).click();
  await expect(at).toHaveAccessibleDescription(/^Choose a time that is still to come/);
  await expect(page.getByRole('alert').filter({ hasText: 'Your text is saved' })).toBeVisible();
  await expect(page).toHaveURL(/\/announcements\/[0-9a-f-]+\/edit$/);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await page.getByLabel('Text').fill('Changed after it');
  await main(page, 'Save draft').click();
  await expect(page).toHaveURL('/admin/announcements');
  await edit(page, await idOf(page, title));
  await expect(page.getByLabel('Text')).toHaveValue('Changed after it');
});

test('it is published by the clock, and can be taken back before', async ({ portal }) => {
  test.slow();
  const [admin, student] = [
    await portal.visit('admin', { timezoneId: newYork }),
    await portal.visit('student'),
  ];
  const title = newTitle('By the clock');
  const schedule = async (at: string) => {
    await admin.getByText('At a time', { exact: true }).click();
    await admin.getByLabel('Publish at').fill(at);
    await main(admin, /^Schedule for/).click();
    await expect(admin.getByRole('dialog').getByRole('status')).toHaveText(/^Reaches \d/);
    await main(admin, /^Schedule for/).click();
    await expect(admin).toHaveURL('/admin/announcements');
  };
  await write(admin, { title });
  await addressTo(admin, 'Everyone');
  await schedule(localTime(newYork, 3_600));
  const id = await idOf(admin, title);
  await edit(admin, id);
  await main(admin, 'Save as a draft again').click();
  await expect(rows(admin, title)).toContainText('Draft');
  await edit(admin, id);
  await schedule(localTime(newYork, 15));
  await expect(toasts(student, title)).toHaveCount(1, { timeout: 30_000 });
});

test('a minor edit tells nobody, a re-announcement everybody', async ({ portal }) => {
  test.slow();
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const title = newTitle('Room change');
  const id = await announce(admin, { title, audience: 'all' });
  await expect(toasts(student, title)).toHaveCount(1);
  await student.goto(`/announcements/${id}`);
  await edit(admin, id);
  await expect(admin.getByText('Whom it is for cannot change any more')).toBeVisible();
  await expect(admin.getByText(/^Nobody is notified/)).toBeVisible();
  await admin.getByLabel('Text').fill('Room B12, of course.');
  await admin.getByRole('button', { name: 'Save the edit' }).click();
  await expect(admin).toHaveURL(`/announcements/${id}/reach`);
  await expect(student.getByText('Room B12, of course.')).toBeVisible();
  await expect(toasts(student, title)).toHaveCount(0);

  await edit(admin, id);
  const again = `${title} again`;
  await admin.getByLabel('Title').fill(again);
  await admin.getByText('Re-announce', { exact: true }).first().click();
  await expect(admin.getByText(/^Everybody it is for is notified again/)).toBeVisible();
  await admin.getByRole('button', { name: /^Re-announce to \d/ }).click();
  await admin
    .getByRole('dialog', { name: 'Re-announce to everyone?' })
    .getByRole('button', { name: /^Re-announce to \d/ })
    .click();
  await expect(admin).toHaveURL(`/announcements/${id}/reach`);
  await expect(toasts(student, again)).toHaveCount(1);
});

test('of two who edit at once the second sees both versions and loses nothing', async ({ portal }) => {
  test.slow();
  portal.allowConsole(/412 \(Precondition Failed\)|ERR_INTERNET_DISCONNECTED/);
  const [one, other] = [await portal.visit('admin'), await portal.visit('admin')];
  const title = newTitle('Two writers');
  const id = await draft(one, { title, content: 'First words', audience: 'all' });
  await edit(one, id);
  await edit(other, id);
  await other.getByLabel('Text').fill('Words of the other');
  // No push tells this one: it learns of it when it saves.
  await other.context().setOffline(true);
  await one.getByLabel('Text').fill('Words of the one');
  await one.getByRole('button', { name: 'Save draft' }).click();
  await expect(one).toHaveURL('/admin/announcements');
  await other.context().setOffline(false);
  await other.getByRole('button', { name: 'Save draft' }).click();

  const question = other.getByRole('dialog', { name: 'Two versions' });
  const text = question.getByRole('rowgroup').filter({ hasText: /^Text/ });
  await expect(text).toContainText('differs');
  await expect(text.getByRole('cell')).toHaveText(['Words of the other', 'Words of the one']);
  await expect(question.getByRole('rowgroup').filter({ hasText: /^Title/ })).not.toContainText('differs');
  await question.getByRole('button', { name: 'Take theirs' }).click();
  await expect(other.getByLabel('Text')).toHaveValue('Words of the one');
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByLabel('Text')).toHaveValue('Words of the other');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await expect(other).toHaveURL('/admin/announcements');
  await edit(one, id);
  await expect(one.getByLabel('Text')).toHaveValue('Words of the other');
});

test('a page that is edited says when somebody else saves, and follows while nothing is typed', async ({
  portal,
}) => {
  test.slow();
  const [one, other, idle] = [
    await portal.visit('admin'),
    await portal.visit('admin'),
    await portal.visit('admin'),
  ];
  const title = newTitle('Live');
  const id = await draft(one, { title, content: 'First words', audience: 'all' });
  for (const page of [one, other, idle]) await edit(page, id);
  await other.getByLabel('Text').fill('Words of the other');
  await one.getByLabel('Text').fill('Words of the one');
  await one.getByRole('button', { name: 'Save draft' }).click();
  await expect(idle.getByLabel('Text')).toHaveValue('Words of the one');
  await expect(other.getByText(/saved a newer version|newer version was saved/)).toBeVisible();
  await expect(other.getByLabel('Text')).toHaveValue('Words of the other');
  // What is typed on a page of an old version is still of that one after a reload.
  await other.reload();
  await expect(other.getByLabel('Text')).toHaveValue('Words of the other');
  await other.getByRole('button', { name: 'Compare' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Save mine over it' }).click();
  await expect(other).toHaveURL('/admin/announcements');
  await expect(idle.getByLabel('Text')).toHaveValue('Words of the other');
});

test('sent twice because the answer was lost, it is one announcement', async ({ portal }) => {
  portal.allowConsole(/ERR_/);
  const page = await portal.visit('admin');
  const title = newTitle('Once');
  await write(page, { title });
  await addressTo(page, 'Physics');
  await page.route(
    '**/api/announcements',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toBeVisible();
  await page.getByLabel('Text').fill('Written after it');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL('/admin/announcements');
  await expect(rows(page, title)).toHaveCount(1);
  await edit(page, await idOf(page, title));
  await expect(page.getByLabel('Text')).toHaveValue('Written after it');
});

test('faculty write to their department while the setting allows it', async ({ portal }) => {
  test.slow();
  portal.allowConsole(/404 \(Not Found\)|403 \(Forbidden\)/);
  const [admin, faculty, student, other] = [
    await portal.visit('admin'),
    await portal.visit('faculty'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const foreign = await announce(admin, { title: newTitle('Not theirs'), audience: 'all' });
  await admin.goto('/admin/settings');
  const setting = admin.getByRole('checkbox', { name: /^Faculty may announce/ });
  await setting.click();
  await expect(setting).toBeChecked();
  await expect(setting).toBeEnabled();
  await faculty.reload();
  await faculty.getByRole('link', { name: 'Write', exact: true }).click();
  await expect(faculty).toHaveURL('/faculty/announcements/new');
  const title = newTitle('To the students here');
  await faculty.getByLabel('Title').fill(title);
  await faculty.getByLabel('Text').fill('Bring your laptops.');
  await expect(chosen(faculty)).toHaveText(['DepartmentComputer Science']);
  await expect(chosen(faculty).getByRole('button')).toHaveCount(0);
  await addressTo(faculty, 'Students');
  await expect(recipients(faculty)).toHaveText(/^Reaches \d/);
  await pressPublish(faculty);
  await expect(toasts(student, title)).toHaveCount(1);
  await expect(other.getByText(title)).toHaveCount(0);

  const answer = await faculty.goto(`/announcements/${foreign}/edit`);
  expect(answer?.status()).toBe(404);
  await setting.click();
  await expect(setting).not.toBeChecked();
  await expect(setting).toBeEnabled();
  await faculty.goto('/faculty/announcements/new');
  await expect(faculty.getByLabel('Title')).toBeVisible();
  await expect(chosen(faculty)).toHaveCount(0);
  const refused = draft(faculty, { title: newTitle('Refused'), audience: { departments: ['CS'] } });
  await expect(refused).rejects.toThrow(/403/);
});

test('on a phone the settings fold, and the main button is in reach', async ({ portal }) => {
  const page = await portal.visit('admin', { viewport: { width: 390, height: 844 } });
  const id = await draft(page, { title: newTitle('On a phone'), audience: 'all' });
  await edit(page, id);
  const fold = page.getByRole('button', { name: 'Audience and time' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByLabel('Expires')).toBeHidden();
  await expect(page.getByText('To everyone', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Publish to \d/ })).toBeInViewport();
  await fold.click();
  await expect(page.getByLabel('Expires')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Publish to \d/ })).toBeInViewport();
});

/** The id of the announcement of that title, among those the user wrote. */
async function idOf(page: Page, title: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const query = new URLSearchParams({ scope: 'authored', query: wanted });
    const list = await (await fetch(`/api/announcements?${query}`)).json();
    if (list.items.length !== 1) throw new Error(`${list.items.length} of "${wanted}"`);
    return list.items[0].id;
  }, title);
}
