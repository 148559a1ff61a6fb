import { announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { list, listRequests, opened, openInbox, placeOf, scrollTo, tab } from './inbox';
import { expect, test } from './portal-test';
import { expectLive } from './sign-in';

test('the inbox holds still while it is read, keeps its tab in the address, and says how many it reads', async ({
  portal,
}) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student2')];
  await readEverything(student);
  const titles = Array.from({ length: 35 }, (_, index) => newTitle(`Notice ${index}`));
  for (const title of titles) await announce(admin, { title, audience: { departments: ['ME'] } });
  await expect(bell(student, 35)).toBeVisible();
  await openInbox(student);

  const inSight = rows(student, titles[20] ?? '');
  await scrollTo(student, inSight);
  const before = await placeOf(inSight);
  const arriving = [newTitle('While reading'), newTitle('While reading')];
  for (const title of arriving) await announce(admin, { title, audience: 'all' });
  const pill = student.getByRole('button', { name: '2 new' });
  await expect(pill).toBeVisible();
  expect(await placeOf(inSight)).toBe(before);
  for (const title of arriving) await expect(rows(student, title)).toHaveCount(0);
  await pill.click();
  for (const title of arriving) await expect(rows(student, title)).toBeInViewport();

  await tab(student, 'Unread').click();
  await expect(student).toHaveURL('/inbox?filter=unread');
  await student.getByRole('button', { name: 'Mark all read' }).click();
  await expect(bell(student, 37)).toBeVisible();
  await student.getByRole('button', { name: 'Mark 37 as read' }).click();
  await expect(student.getByText('You have read everything')).toBeVisible();
  await expect(toasts(student, '37 marked as read')).toBeVisible();
  await student.goBack();
  await expect(student).toHaveURL('/inbox');
  await expect(rows(student, arriving[0] ?? '')).toHaveCount(1);
});

test('seen, read, unread, archived and taken back: two tabs and another device are in step', async ({
  portal,
}) => {
  const [admin, one, phone] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student', { viewport: { width: 390, height: 844 } }),
  ];
  await readEverything(one);
  const archive = await portal.openTab(one, '/inbox?filter=archived');
  await openInbox(phone);
  const title = newTitle('In step');
  const link = (state: string) => rows(phone, title).getByRole('link', { name: `${state}: ${title}` });
  // A page in the background shows nothing to anybody.
  await phone.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await announce(admin, { title, audience: 'all' });
  await expect(link('New, Unread')).toBeVisible();

  await openInbox(one);
  await expect(link('Unread')).toBeVisible();
  await expect(bell(phone, 1)).toBeVisible();

  const act = (name: string) => rows(one, title).getByRole('button', { name });
  await act(`Mark "${title}" as read`).click();
  await expect(rows(phone, title).getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(bell(phone, 0)).toBeVisible();
  await act(`Mark "${title}" as unread`).click();
  await expect(link('Unread')).toBeVisible();
  for (const page of [one, archive, phone]) await expect(bell(page, 1)).toBeVisible();

  await act(`Archive "${title}"`).click();
  // A toast waits while the pointer is on it.
  await toasts(one, title).getByRole('button', { name: 'Undo' }).hover();
  for (const page of [one, phone]) await expect(rows(page, title)).toHaveCount(0);
  await expect(rows(archive, title)).toHaveCount(1);
  for (const page of [one, archive, phone]) await expect(bell(page, 0)).toBeVisible();
  await toasts(one, title).getByRole('button', { name: 'Undo' }).click();
  for (const page of [one, phone]) await expect(rows(page, title)).toHaveCount(1);
  await expect(rows(archive, title)).toHaveCount(0);
  for (const page of [one, archive, phone]) await expect(bell(page, 1)).toBeVisible();

  await one.getByRole('button', { name: 'Mark all read' }).click();
  await toasts(one, '1 marked as read').hover();
  for (const page of [archive, phone]) await expect(bell(page, 0)).toBeVisible();
  await toasts(one, '1 marked as read').getByRole('button', { name: 'Undo' }).click();
  await expect(link('Unread')).toBeVisible();
  for (const page of [one, archive, phone]) await expect(bell(page, 1)).toBeVisible();
});

test('tabs and the search find by kind, priority and words; the address says where one is', async ({
  portal,
}) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const [plain, urgent] = [newTitle('Lab is open'), newTitle('Lab is closed')];
  await announce(admin, { title: plain, audience: 'all' });
  await announce(admin, { title: urgent, priority: 'urgent', audience: 'all' });
  await openInbox(student);
  await expect(rows(student, plain)).toHaveCount(1);
  await tab(student, 'Urgent').click();
  await expect(student).toHaveURL('/inbox?filter=urgent');
  await expect(rows(student, urgent)).toHaveCount(1);
  await expect(rows(student, plain)).toHaveCount(0);
  await tab(student, 'Announcements').click();
  await expect(rows(student, plain)).toHaveCount(1);
  await tab(student, 'Timetable').click();
  await expect(student).toHaveURL('/inbox?filter=timetable');
  await expect(rows(student, plain)).toHaveCount(0);

  await tab(student, 'All').click();
  const search = student.getByRole('searchbox', { name: 'Search notifications' });
  await search.fill(plain.toUpperCase());
  await expect(list(student).getByRole('listitem')).toHaveCount(1);
  await expect(rows(student, plain)).toHaveCount(1);
  expect(new URL(student.url()).searchParams.get('query')).toBe(plain.toUpperCase());
  // What arrives while one searches is found too, or not.
  const [found, other] = [`${plain} again`, newTitle('Something else')];
  await announce(admin, { title: other, audience: 'all' });
  await announce(admin, { title: found, audience: 'all' });
  await expect(rows(student, found)).toHaveCount(1);
  await expect(rows(student, other)).toHaveCount(0);

  await student.reload();
  await expect(search).toHaveValue(plain.toUpperCase());
  await expect(list(student).getByRole('listitem')).toHaveCount(2);
  await search.fill(newTitle('Nobody wrote this'));
  await expect(student.getByText(/^Nothing with "Nobody wrote this/)).toBeVisible();
  await student.getByRole('button', { name: 'Clear the search' }).click();
  await expect(student).toHaveURL('/inbox');
  await expect(rows(student, other)).toHaveCount(1);
});

test('one notification has an address: it opens beside the list and over it, and "back" leads to where one was', async ({
  portal,
}) => {
  const [admin, desk, phone] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student', { viewport: { width: 390, height: 844 } }),
  ];
  await readEverything(desk);
  const titles = Array.from({ length: 14 }, () => `${newTitle('To be opened')}.`);
  for (const title of titles)
    await announce(admin, { title, content: `All about ${title}`, audience: 'all' });
  const [title = '', second = ''] = titles;
  await openInbox(desk);
  const row = rows(desk, title);
  await scrollTo(desk, row);
  await row.getByRole('link').click();
  await expect(opened(desk).getByRole('heading', { name: title })).toBeVisible();
  await expect(opened(desk).getByText(`All about ${title}`)).toBeVisible();
  await expect(desk).toHaveURL(/\/inbox\?open=[\da-f-]{36}$/);
  await expect(row).toBeInViewport();
  await expect(bell(desk, 13)).toBeVisible();
  // From one to the next, and back to the list at once.
  await rows(desk, second).getByRole('link').click();
  await expect(opened(desk).getByRole('heading', { name: second })).toBeVisible();
  await desk.goBack();
  await expect(opened(desk)).toHaveCount(0);
  await expect(desk).toHaveURL('/inbox');
  await expect(row).toBeInViewport();

  // To another page and back: the list is where it was left.
  await row.getByRole('link').click();
  await opened(desk).getByRole('link', { name: 'Open the announcement' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await desk.goBack();
  await expect(opened(desk).getByRole('heading', { name: title })).toBeVisible();
  await expect(row).toBeInViewport();

  const address = desk.url();
  await phone.goto(address);
  await expect(opened(phone).getByRole('heading', { name: title })).toBeVisible();
  // What it covers is out of reach.
  const markAll = phone.getByRole('button', { name: 'Mark all read' });
  await expect(phone.locator('[inert]').filter({ has: markAll })).toHaveCount(1);
  await opened(phone).getByRole('button', { name: 'Inbox' }).click();
  await expect(phone).toHaveURL('/inbox');
  await expect(opened(phone)).toHaveCount(0);
  const onPhone = rows(phone, title);
  await scrollTo(phone, onPhone);
  const before = await placeOf(onPhone);
  await onPhone.getByRole('link').click();
  await expect(opened(phone)).toBeVisible();
  await phone.goBack();
  await expect(opened(phone)).toHaveCount(0);
  expect(await placeOf(onPhone)).toBe(before);
  await onPhone.getByRole('link').click();
  await opened(phone).getByRole('button', { name: 'Archive' }).click();
  await expect(opened(phone)).toHaveCount(0);
  await expect(onPhone).toHaveCount(0);
});

test('an address of nobody’s notification says so', async ({ portal }) => {
  portal.allowConsole(/404 \(Not Found\)/);
  const student = await portal.visit('student');
  for (const id of ['nobody', '01900000-0000-7000-8000-000000000000']) {
    await student.goto(`/inbox?open=${id}`);
    await expect(opened(student).getByText('This notification is not there')).toBeVisible();
  }
  await opened(student).getByRole('button', { name: 'Close' }).click();
  await expect(student).toHaveURL('/inbox');
});

test('by the keyboard: next, open, close, unread, archive, search', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  await readEverything(student);
  const [older, newer] = [newTitle('Older'), newTitle('Newer')];
  for (const title of [older, newer]) await announce(admin, { title, audience: 'all' });
  await expect(bell(student, 2)).toBeVisible();
  await openInbox(student);
  const link = (title: string) => rows(student, title).getByRole('link');
  const press = (key: string) => student.keyboard.press(key);
  await press('j');
  await expect(link(newer)).toBeFocused();
  await press('j');
  await expect(link(older)).toBeFocused();
  await press('Enter');
  await expect(opened(student).getByRole('heading', { name: older })).toBeVisible();
  await expect(bell(student, 1)).toBeVisible();
  await press('Escape');
  await expect(opened(student)).toHaveCount(0);
  await expect(link(older)).toBeFocused();
  await press('u');
  await expect(bell(student, 2)).toBeVisible();
  await press('k');
  await press('e');
  await expect(rows(student, newer)).toHaveCount(0);
  await expect(link(older)).toBeFocused();
  await expect(toasts(student, newer)).toHaveCount(1);
  await press('/');
  const search = student.getByRole('searchbox', { name: 'Search notifications' });
  await expect(search).toBeFocused();
  await student.keyboard.type('je ');
  await expect(search).toHaveValue('je ');
  await press('Escape');
  await expect(search).toHaveValue('');
  await press('Escape');
  await press('?');
  const help = student.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const said of ['Archive, or move back', 'Mark as unread or read', 'Next row', 'Open the row'])
    await expect(help.getByText(said, { exact: true })).toBeVisible();
});

test('what arrives while the list is on its way is not lost', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const [before, meanwhile] = [newTitle('Before'), newTitle('Meanwhile')];
  await announce(admin, { title: before, audience: 'all' });
  // Answered by the server before it arrives, and held until its push has come: nothing but the push can bring it.
  let answer = () => {};
  const isHeld = new Promise<void>((held) => {
    answer = held;
  });
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let isAnnounced = false;
  await student.route(listRequests, async (route) => {
    // Later ones would bring it too, so they get no answer.
    if (isAnnounced) return;
    const response = await route.fetch();
    asked();
    await isHeld;
    await route.fulfill({ response });
  });
  await student.goto('/inbox');
  await isAsked;
  await expectLive(student);
  isAnnounced = true;
  await announce(admin, { title: meanwhile, audience: 'all' });
  await expect(toasts(student, meanwhile)).toHaveCount(1);
  await expect(rows(student, before)).toHaveCount(0);
  answer();
  for (const title of [before, meanwhile]) await expect(rows(student, title)).toHaveCount(1);
});

test('a list that cannot be loaded says so, and comes when asked again', async ({ portal }) => {
  portal.allowConsole(/503 \(Service Unavailable\)/);
  const student = await portal.visit('student');
  let isDown = true;
  await student.route(listRequests, (route) =>
    isDown ? route.fulfill({ status: 503, body: 'upstream is gone' }) : route.continue(),
  );
  await student.goto('/inbox');
  const alert = student.getByRole('alert').filter({ hasText: 'Your notifications could not be loaded' });
  await expect(alert).toBeVisible();
  isDown = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(list(student)).toBeVisible();
});

test('what the server does not take is put back, and said', async ({ portal }) => {
  portal.allowConsole(/503 \(Service Unavailable\)/);
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  await readEverything(student);
  const title = newTitle('Stays');
  await announce(admin, { title, audience: 'all' });
  await openInbox(student);
  await student.route('**/api/notifications/**', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, body: 'gone' }) : route.continue(),
  );
  await rows(student, title)
    .getByRole('button', { name: `Archive "${title}"` })
    .click();
  await expect(toasts(student, `"${title}" is as it was.`)).toBeVisible();
  await expect(rows(student, title)).toHaveCount(1);
  await student.getByRole('button', { name: 'Mark all read' }).click();
  await expect(toasts(student, 'They are still unread.')).toBeVisible();
  await expect(bell(student, 1)).toBeVisible();
});

test('a hundred thousand rows: as many in the page as about the screen, wherever one is', async ({
  portal,
}) => {
  test.slow();
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const [all, aPage] = [100_000, 5_000];
  let isAnnounced = false;
  await student.route(listRequests, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const before = asked.get('before');
    const from = before === null ? Number(asked.get('cursor') ?? 0) : Math.max(0, Number(before) - aPage);
    const items = Array.from({ length: aPage }, (_, index) => manyRows(from + index));
    if (isAnnounced && from === 0) items.unshift((await (await route.fetch()).json()).items[0]);
    const next_cursor = from + aPage < all ? String(from + aPage) : null;
    return route.fulfill({ json: { items, next_cursor, previous_cursor: from > 0 ? String(from) : null } });
  });
  await openInbox(student);
  const inPage = list(student).getByRole('listitem');
  let most = 0;
  await expect(async () => {
    await student.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    most = Math.max(most, await inPage.count());
    await expect(inPage.last()).toContainText(`Row ${all}`, { timeout: 50 });
  }).toPass({ timeout: 100_000 });
  expect(most).toBeLessThan(60);
  // Of so many not all are kept.
  await expect(inPage.last()).toHaveAttribute('aria-setsize', '-1');

  // Live at the far end too: what arrives waits, and what is done with a row is done.
  const title = newTitle('From far below');
  isAnnounced = true;
  await announce(admin, { title, audience: 'all' });
  await expect(student.getByRole('button', { name: '1 new' })).toBeVisible();
  await rows(student, `Row ${all}`).getByRole('link').focus();
  await student.keyboard.press('k');
  await expect(rows(student, `Row ${all - 1}`).getByRole('link')).toBeFocused();
  await student.getByRole('button', { name: '1 new' }).click();
  await expect(rows(student, title)).toBeInViewport();
  expect(await inPage.count()).toBeLessThan(60);
});

function manyRows(index: number) {
  const at = new Date(Date.UTC(2026, 0, 1) - index * 60_000).toISOString();
  return {
    id: `01900000-0000-7000-8000-${String(100_000 - index).padStart(12, '0')}`,
    kind: 'announcement',
    title: `Row ${index + 1}`,
    message: 'One of very many',
    priority: 'normal',
    action_url: '',
    correlation_id: '',
    created_at: at,
    seen_at: at,
    read_at: at,
    archived_at: null,
    withdrawn_at: null,
    category: 'announcement',
    group_key: '',
    snoozed_until: null,
  };
}
