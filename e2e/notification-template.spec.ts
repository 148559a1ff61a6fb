import { randomUUID } from 'node:crypto';
import { expectCleanInAllSizes } from './expect-clean';
import { expect, test } from './portal-test';

test('a template is written beside what it says, and sent with values of its own', async ({ portal }) => {
  const admin = await portal.visit('admin');
  const key = `room-${randomUUID().slice(0, 8)}`;
  await admin.goto('/admin/notifications/templates');
  await admin.getByRole('button', { name: 'New template' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Key').fill(key);
  await dialog.getByLabel('Title').fill(`{{room}} is closed, ${key}`);
  await expect(dialog.getByText(`[room] is closed, ${key}`)).toBeVisible();
  await expectCleanInAllSizes(admin, 'a template that is written');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const list = admin.getByRole('list', { name: 'Templates' });
  await expect(list.getByRole('listitem').filter({ hasText: key })).toBeVisible();

  await admin.goto('/admin/notifications/new');
  await admin.getByRole('combobox', { name: 'To', exact: true }).fill('Kwame Mensah');
  await admin.getByRole('option', { name: 'Kwame Mensah' }).click();
  await admin.getByRole('radio', { name: 'From a template' }).check({ force: true });
  await admin.getByRole('combobox', { name: 'Template' }).fill(key);
  await admin.getByRole('option', { name: key }).click();
  await admin.getByLabel('room', { exact: true }).fill('Hall 7');
  const template = admin.getByRole('region', { name: `Template ${key}` });
  await expect(template.getByText(`Hall 7 is closed, ${key}`)).toBeVisible();
  await expectCleanInAllSizes(admin, 'a notification from a template');
  await admin.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(admin).toHaveURL('/admin/notifications');
  const board = admin.getByRole('list', { name: 'Notifications sent' });
  await expect(board.getByText(`Hall 7 is closed, ${key}`)).toBeVisible();
});
