import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sqlOf } from '@/lib/infra/db/sql';
import { insertRecords } from '@/lib/infra/event-log/postgres/append-records';
import { announce, newTitle, rows } from './announce';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';
import { expectLive } from './sign-in';

// Several people, and each state looked at in both themes.
test.describe.configure({ timeout: 120_000 });

const MASK = '•••••';
const desk = { viewport: { width: 1440, height: 900 } };

const tail = (page: Page) => page.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem');
const opened = (page: Page) => page.getByRole('region', { name: 'Event', exact: true });

/** The desk is open: what comes from now on is shown. */
async function openTail(page: Page, search = ''): Promise<void> {
  await page.goto(`/admin/events${search}`);
  await expect(
    page.getByRole('region', { name: 'Events, newest first' }).getByRole('status').getByText('Live'),
  ).toBeVisible();
}

/** How many events the list has, those out of sight too. */
async function countTail(page: Page): Promise<number> {
  if ((await tail(page).count()) === 0) return 0;
  return Number(await tail(page).first().getAttribute('aria-setsize'));
}

/** Publishes, and waits until the open tail of publications shows it. */
async function announceInTail(page: Page, author: Page, title: string): Promise<void> {
  const before = await countTail(page);
  await announce(author, { title, audience: { departments: ['CS'] } });
  await expect.poll(() => countTail(page)).toBe(before + 1);
}

test('what happens is in the tail at once, and narrowing it is in the address', async ({ portal }) => {
  const [admin, author] = [await portal.visit('admin', desk), await portal.visit('admin')];
  await openTail(admin);
  await admin.getByLabel('Event type').selectOption('ANNOUNCEMENT_PUBLISHED');
  await expect(admin).toHaveURL(/[?&]type=ANNOUNCEMENT_PUBLISHED/);
  await openTail(admin, new URL(admin.url()).search);
  const title = newTitle('Told');
  await announceInTail(admin, author, title);
  await expect(tail(admin).filter({ hasNotText: 'ANNOUNCEMENT_PUBLISHED' })).toHaveCount(0);
  await expect(admin.getByRole('main')).not.toContainText(title);
  await expectClean(admin, 'the tail');

  await admin.reload();
  await expect(admin.getByLabel('Event type')).toHaveValue('ANNOUNCEMENT_PUBLISHED');
  await expect(tail(admin).first()).toContainText('ANNOUNCEMENT_PUBLISHED');
  await admin.getByLabel('Text', { exact: true }).fill('nobody would write this');
  await expect(admin.getByText('No event matches')).toBeVisible();
  await expect(admin).toHaveURL(/[?&]text=nobody/);
  await expectClean(admin, 'an empty tail');
  await admin.getByRole('button', { name: 'Clear all' }).click();
  await expect(admin).toHaveURL('/admin/events');
  await expect(tail(admin).filter({ hasText: 'NOTIFICATION_' }).first()).toBeVisible();
});

test('an event is masked until somebody says why, and that is written down', async ({ portal }) => {
  const [admin, author] = [await portal.visit('admin', desk), await portal.visit('admin')];
  await openTail(admin, '?type=ANNOUNCEMENT_PUBLISHED');
  const title = newTitle('Secret');
  await announceInTail(admin, author, title);
  await tail(admin).first().getByRole('button').click();
  const event = opened(admin);
  await expect(event.getByRole('heading', { name: 'ANNOUNCEMENT_PUBLISHED' }).first()).toBeVisible();
  await expect(event.getByText(MASK).first()).toBeVisible();
  await expect(event.getByText('As the catalogue says.')).toBeVisible();
  await expect(event).not.toContainText(title);
  const place = new URL(admin.url()).searchParams.get('event') ?? '';
  expect(place).toMatch(/^announcement\.events\/\d+\/\d+$/);
  await expectClean(admin, 'a masked event');

  await event.getByRole('button', { name: 'Unmask' }).click();
  const question = admin.getByRole('dialog', { name: 'Show personal data' });
  await question.getByRole('button', { name: 'Unmask' }).click();
  await expect(question.getByLabel('Reason')).toHaveAccessibleDescription(/At least 5 characters/);
  await expectClean(admin, 'the question why');
  const reason = newTitle('Request 4711');
  await question.getByLabel('Reason').fill(reason);
  await question.getByRole('button', { name: 'Unmask' }).click();
  await expect(event.getByText('Unmasked. This was written down.')).toBeVisible();
  await expect(event).toContainText(title);

  // The address alone does not unmask it again.
  await admin.reload();
  await expect(event.getByText(MASK).first()).toBeVisible();
  await expect(event).not.toContainText(title);
  await admin.getByRole('link', { name: 'Unmaskings' }).click();
  const entry = rows(admin, reason);
  await expect(entry).toHaveCount(1);
  await expect(entry.getByRole('link', { name: place })).toBeVisible();
  await expectClean(admin, 'who unmasked what');
});

test('from an event to every screen it has reached', async ({ portal }) => {
  const admin = await portal.visit('admin', desk);
  const screens = [
    await portal.visit('student'),
    await portal.visit('student'),
    await portal.visit('faculty'),
  ];
  for (const screen of screens) await expectLive(screen);
  await openTail(admin, '?type=ANNOUNCEMENT_PUBLISHED');
  await announceInTail(admin, admin, newTitle('Traced'));
  await tail(admin).first().getByRole('button').click();
  await opened(admin).getByRole('link', { name: 'Trace', exact: true }).click();
  await expect(admin).toHaveURL(/\/admin\/events\/trace\/[\w-]{36}/);
  const steps = admin
    .getByRole('list', { name: 'Steps, in the order of what led to what' })
    .getByRole('listitem');
  for (const step of ['Request', 'Written with its effect', 'In the log', 'Handled', 'Notification written'])
    await expect(steps.filter({ hasText: step }).first()).toBeVisible();
  // It grows while screens answer; each of them is told with what it took.
  const arrivals = steps.filter({ hasText: 'On a screen' });
  await expect(arrivals).toHaveCount(screens.length);
  await expect(arrivals.filter({ hasText: /\d ms after the step that led to it/ })).toHaveCount(
    screens.length,
  );
  await expect(admin.getByText(/Fan-out to screen: first/)).toBeVisible();
  await expectClean(admin, 'a trace');
  await admin.getByRole('link', { name: 'Its events in the tail' }).click();
  await expect(admin).toHaveURL(/\/admin\/events\?correlation=/);
  await expect(tail(admin).filter({ hasText: 'NOTIFICATION_QUEUED' }).first()).toBeVisible();
});

test('a record that nobody can read is a dead letter, with its reason, and can be picked by it', async ({
  portal,
}) => {
  const admin = await portal.visit('admin', desk);
  await admin.goto('/admin/events/dead-letters');
  await expect(admin.getByRole('region', { name: 'Dead letters, newest first' })).toBeVisible();
  const words = `nobody can read ${randomUUID()}`;
  await withProductDatabase((client) =>
    insertRecords(sqlOf(client), [{ topic: 'announcement.events', key: null, value: words }]),
  );
  const letters = admin.getByRole('list', { name: 'Dead letters, newest first' }).getByRole('listitem');
  await expect(letters.first()).toBeVisible();
  const bars = admin.getByRole('region', { name: 'Narrow down' });
  const group = bars.getByRole('button', { name: /^notification-service-group/ });
  await group.click();
  await expect(admin).toHaveURL(/[?&]group=notification-service-group/);
  await expect(group).toHaveAttribute('aria-pressed', 'true');
  await expect(letters.filter({ hasText: 'notification-service-group' }).first()).toBeVisible();
  await letters.first().getByRole('button').click();
  await expect(opened(admin).getByText('announcement.events').first()).toBeVisible();
  // Not even what stood where an event should have been.
  await expect(opened(admin)).not.toContainText(words.slice(-12));
  await expectClean(admin, 'a dead letter');
});

test('what every group still has to read', async ({ portal }) => {
  const admin = await portal.visit('admin', desk);
  await admin.goto('/admin/events/lag');
  const group = admin.getByRole('listitem').filter({ hasText: 'notification-service-group' });
  await expect(group).toHaveCount(1);
  await expect(group).toContainText('nothing to read');
  await group.getByText('notification-service-group', { exact: true }).click();
  await expect(group.getByRole('row').filter({ hasText: 'announcement.events/0' })).toBeVisible();
  await expectClean(admin, 'the lag');
});

test('on a phone the panes are sheets over the tail', async ({ portal }) => {
  const admin = await portal.visit('admin', { viewport: { width: 390, height: 844 } });
  await openTail(admin, '?type=ANNOUNCEMENT_PUBLISHED');
  await admin.getByRole('button', { name: '1 filter' }).click();
  const narrow = admin.getByRole('dialog', { name: 'Narrow down' });
  await expect(narrow.getByLabel('Event type')).toHaveValue('ANNOUNCEMENT_PUBLISHED');
  await expectClean(admin, 'the facets on a phone');
  await admin.keyboard.press('Escape');
  await announceInTail(admin, admin, newTitle('Small'));
  await tail(admin).first().getByRole('button').click();
  await expect(
    admin.getByRole('dialog', { name: 'Event', exact: true }).getByText(MASK).first(),
  ).toBeVisible();
  await expectClean(admin, 'an event on a phone');
});
