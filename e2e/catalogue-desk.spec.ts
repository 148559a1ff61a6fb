import { newTitle } from './announce';
import { expect, test } from './portal-test';

test('an administrator makes a subject, a term and a course of both, says who teaches it, and edits it', async ({
  portal,
}) => {
  const admin = await portal.visit('admin');
  const dialog = admin.getByRole('dialog');
  const save = () => dialog.getByRole('button', { name: 'Save' }).click();
  const [name, season] = [newTitle('Robotics'), newTitle('Summer school')];
  const code = `R${Date.now().toString(36).toUpperCase()}`;

  await admin.goto('/admin/subjects');
  await admin.getByRole('button', { name: 'New subject' }).click();
  await dialog.getByLabel('Code').fill(code);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Add a subject').fill('Foundations');
  await dialog.getByRole('option', { name: /CS101/ }).click();
  await save();
  await expect(dialog).toBeHidden();
  await admin.getByRole('searchbox', { name: 'Find subjects' }).fill(code);
  await expect(admin.getByRole('main').getByRole('listitem').filter({ hasText: name })).toContainText(
    'Needs CS101',
  );

  await admin.goto('/admin/terms');
  await admin.getByRole('button', { name: 'New term' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(season);
  await dialog.getByLabel('Code').fill(code);
  await dialog.getByLabel('Academic year').fill('2031');
  await dialog.getByLabel('First day').fill('2031-07-01');
  await dialog.getByLabel('Last day').fill('2031-07-31');
  await dialog.getByLabel('Enrolment opens').fill('2031-06-01T09:00');
  await save();
  await expect(dialog).toBeHidden();
  await expect(admin.getByRole('main').getByRole('listitem').filter({ hasText: season })).toContainText(
    '0 courses',
  );

  await admin.goto('/courses');
  await admin.getByRole('button', { name: 'New course' }).click();
  await dialog.getByRole('combobox', { name: 'Subject' }).fill(code);
  await dialog.getByRole('option', { name: new RegExp(code) }).click();
  await dialog.getByLabel('Term').selectOption({ label: season });
  await dialog.getByLabel('Add somebody').fill('faculty@');
  await dialog.getByRole('option', { name: /faculty@nimbusu[.]test/ }).click();
  await dialog.getByRole('button', { name: 'Create the course' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(name);

  const main = admin.getByRole('main');
  const faculty = main.getByRole('region', { name: 'Faculty' });
  await expect(faculty).toContainText('Primary');
  await main.getByRole('button', { name: 'Edit the course' }).click();
  await dialog.getByLabel('Seats').fill('12');
  await dialog.getByLabel(/^Role of/).selectOption('assistant');
  await save();
  await expect(dialog).toBeHidden();
  await expect(faculty).toContainText('Assistant');
  await expect(main.getByText('12 of 12 seats free')).toBeVisible();
});
