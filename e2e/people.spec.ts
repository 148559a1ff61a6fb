import type { Page } from '@playwright/test';
import { afterTheEnd, expect, test } from './portal-test';
import { expectLive } from './sign-in';

/** Opens the account of somebody from the list, as an administrator does. */
async function openAccount(admin: Page, name: string): Promise<void> {
  await admin.goto('/admin/people');
  await admin.getByRole('searchbox', { name: 'Find people' }).fill(name);
  await admin.getByRole('link', { name, exact: true }).click();
  await expect(admin.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('who gets another role sees other pages at once, and forbidden ones close', async ({ portal }) => {
  const admin = await portal.visit('admin');
  const person = await portal.visit('student2');
  await openAccount(admin, 'Kwame Mensah');
  const give = async (role: string) => {
    await admin.getByRole('button', { name: 'Change role' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Role').selectOption(role);
    await dialog.getByRole('button', { name: 'Change role' }).click();
    await expect(dialog).toBeHidden();
  };
  await give('faculty');
  await expect(person).toHaveURL('/faculty');
  await expectLive(person);
  await expect(admin.getByText('Role: student → faculty').first()).toBeVisible();
  await give('student');
  await expect(person).toHaveURL('/home');
});

test('who is suspended is out at once in every browser, and in again when activated', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  const admin = await portal.visit('admin');
  const second = await portal.visit('admin');
  const person = await portal.visit('student2');
  await second.goto('/admin/people?q=Kwame+Mensah');
  await openAccount(admin, 'Kwame Mensah');
  await admin.getByRole('button', { name: 'Suspend' }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Suspend' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('Exam rules');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(person).toHaveURL(/^[^?]*\/login/);
  await expect(second.getByRole('listitem').filter({ hasText: 'Kwame Mensah' })).toContainText('Suspended');
  await expect(admin.getByText('Exam rules').first()).toBeVisible();
  await admin.getByRole('button', { name: 'Activate' }).click();
  await expect(second.getByRole('listitem').filter({ hasText: 'Kwame Mensah' })).not.toContainText(
    'Suspended',
  );
  await portal.visit('student2');
});

test('an account is made by a form that names what is wrong, and is in the list and the changes', async ({
  portal,
}) => {
  const admin = await portal.visit('admin');
  portal.allowConsole(/422/);
  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: 'New account' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Grace Hopper');
  await dialog.getByLabel('Email').fill('student@nimbusu.test');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Somebody else has this.')).toBeVisible();
  await dialog.getByLabel('Email').fill(`grace.${Date.now()}@nimbusu.test`);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
  await admin.goto('/admin/audit?action=person.created');
  await expect(admin.getByRole('link', { name: 'Grace Hopper' }).first()).toBeVisible();
});
