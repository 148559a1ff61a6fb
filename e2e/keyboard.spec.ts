import { announce, newTitle, rows } from './announce';
import { expect, test } from './portal-test';

test('the palette goes to pages, finds announcements and people, and gives the focus back', async ({
  portal,
}) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const title = newTitle('Palette');
  await announce(admin, { title, audience: 'all' });
  await student.goto('/profile');
  const from = student.getByRole('button', { name: 'Change the time zone' });
  await from.focus();
  await student.keyboard.press('Control+k');
  const palette = student.getByRole('dialog', { name: 'Search and commands' });
  const search = palette.getByPlaceholder(/^Search pages/);
  await expect(search).toBeFocused();
  await student.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(from).toBeFocused();

  await student.keyboard.press('Control+k');
  await search.fill(title);
  await expect(palette.getByRole('option', { name: title })).toBeVisible();
  await student.keyboard.press('Enter');
  await expect(student.getByRole('heading', { name: title })).toBeVisible();

  await student.keyboard.press('Control+k');
  await search.fill('inbox');
  await student.keyboard.press('Enter');
  await expect(student).toHaveURL('/inbox');

  await admin.keyboard.press('Control+k');
  await admin.getByPlaceholder(/^Search pages/).fill('student2@nimbusu');
  await expect(admin.getByRole('option', { name: /student2@nimbusu\.test/ })).toBeVisible();
});

test('g and a letter go to pages, j, k and enter through a list, ? shows all', async ({ portal }) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  const [first, second] = [newTitle('Row'), newTitle('Row')];
  for (const title of [first, second]) await announce(admin, { title, audience: 'all' });
  await student.keyboard.press('g');
  await student.keyboard.press('a');
  await expect(student).toHaveURL('/announcements');
  await expect(rows(student, second)).toHaveCount(1);
  await student.keyboard.press('j');
  await expect(rows(student, second).getByRole('link')).toBeFocused();
  await student.keyboard.press('j');
  await expect(rows(student, first).getByRole('link')).toBeFocused();
  await student.keyboard.press('k');
  await student.keyboard.press('Enter');
  await expect(student.getByRole('heading', { name: second })).toBeVisible();

  await student.keyboard.press('?');
  const help = student.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('Show all shortcuts')).toBeVisible();
  await student.keyboard.press('g');
  await student.keyboard.press('h');
  await expect(help).toBeVisible();
  await student.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
});

test('shortcuts leave what is typed alone, and those of a single key can be switched off', async ({
  portal,
}) => {
  const admin = await portal.visit('admin');
  await admin.goto('/admin/announcements/new');
  await admin.getByLabel('Title').click();
  await admin.keyboard.type('gi ? jk');
  await expect(admin.getByLabel('Title')).toHaveValue('gi ? jk');
  await expect(admin.getByRole('dialog')).toHaveCount(0);
  await expect(admin).toHaveURL('/admin/announcements/new');

  await admin.goto('/profile');
  await admin.getByRole('checkbox', { name: /^Shortcuts of a single key/ }).uncheck();
  await admin.reload();
  await expect(admin.getByRole('checkbox', { name: /^Shortcuts of a single key/ })).not.toBeChecked();
  await admin.getByRole('heading', { name: 'Profile' }).click();
  await admin.keyboard.press('?');
  await admin.keyboard.press('g');
  await admin.keyboard.press('i');
  await admin.keyboard.press('Control+k');
  await expect(admin.getByRole('dialog')).toHaveCount(1);
  await expect(admin.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await expect(admin).toHaveURL('/profile');
});

test('on a phone what does not fit the bar is in a sheet', async ({ portal }) => {
  const admin = await portal.visit('admin', { viewport: { width: 390, height: 844 } });
  const bar = admin.getByRole('navigation', { name: 'Main' });
  await expect(bar.getByRole('listitem')).toHaveCount(4);
  await bar.getByRole('button', { name: 'More' }).click();
  await admin.getByRole('dialog', { name: 'More pages' }).getByRole('link', { name: 'Settings' }).click();
  await expect(admin).toHaveURL('/admin/settings');
  await expect(admin.getByRole('dialog')).toHaveCount(0);
});
