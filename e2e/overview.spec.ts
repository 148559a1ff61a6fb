import { announce, newTitle } from './announce';
import { ask } from './ask-api';
import { expect, test } from './portal-test';

test('the counters of the administrators’ home move by themselves', async ({ portal }) => {
  const [admin, writer] = [await portal.visit('admin'), await portal.visit('admin')];
  await writer.goto('/admin/announcements');
  const counter = admin.locator('dl > div').filter({ hasText: 'Announcements published today' });
  const read = async () => Number((await counter.locator('dd').innerText()).replaceAll(',', ''));
  await expect.poll(read).toBeGreaterThanOrEqual(0);
  const before = await read();
  await announce(writer, { title: newTitle('Counted'), audience: 'all' });
  await expect.poll(read).toBe(before + 1);
  await expect(counter).toHaveAttribute('data-fresh', 'true');
  await expect(
    admin.getByRole('list', { name: 'Last events' }).getByText('ANNOUNCEMENT_PUBLISHED').first(),
  ).toBeVisible();
});

test('faculty may announce to their department while it is switched on', async ({ portal }) => {
  const admin = await portal.visit('admin');
  await admin.goto('/admin/settings');
  const check = admin.getByRole('checkbox', { name: /^Faculty may announce/ });
  const faculty = await portal.visit('faculty');
  const mayAnnounce = async () => (await ask(faculty, 'GET', '/api/me')).may_announce_to_department;
  await expect(check).not.toBeChecked();
  for (const isOn of [true, false]) {
    // It shows what the server has, once the answer has come.
    await check.click();
    await expect(check).toBeChecked({ checked: isOn });
    await expect.poll(mayAnnounce).toBe(isOn);
    await expect(check).toBeEnabled();
  }
  // To the courses they teach they may at all times.
  await faculty.goto('/faculty');
  await expect(faculty.getByRole('region', { name: 'Your announcements' })).toBeVisible();
});
