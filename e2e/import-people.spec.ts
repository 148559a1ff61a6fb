import { expect, test } from './portal-test';
import { expectLive } from './sign-in';

test('a file of people is shown row by row, corrected, written at once, and seen in another browser', async ({
  portal,
}) => {
  const admin = await portal.visit('admin');
  const other = await portal.visit('admin');
  const mark = `imp${Date.now()}`;
  const file = (role: string) => ({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Kontakt;Name;Role;Department\n${mark}.a@nimbusu.test;Zoë ${mark};student;CS\n${mark}.b@nimbusu.test;Yan ${mark};${role};CS\n`,
    ),
  });
  await other.goto(`/admin/people?q=${mark}`);
  await expectLive(other);
  await expect(other.getByText('Nobody matches')).toBeVisible();

  portal.allowConsole(/422/);
  await admin.goto('/admin/people/import');
  await expectLive(admin);
  await admin.getByLabel('CSV file').setInputFiles(file('dean'));
  await expect(admin.getByText('The headings are not known')).toBeVisible();
  await admin.getByLabel('Email', { exact: true }).selectOption('Kontakt');
  await admin.getByLabel('Name', { exact: true }).selectOption('Name');
  await admin.getByLabel('Role', { exact: true }).selectOption('Role');
  await expect(admin.getByRole('listitem').filter({ hasText: 'Row 3' })).toContainText(
    'Role dean is not known',
  );
  await expect(admin.getByRole('link', { name: 'Download the errors' })).toBeVisible();

  await admin.getByLabel('CSV file').setInputFiles({
    ...file('faculty'),
    buffer: Buffer.from(file('faculty').buffer.toString().replace('Kontakt', 'Email')),
  });
  await expect(admin.getByRole('listitem').filter({ hasText: 'Row 3' })).toContainText(`${mark}.b@`);
  await admin.getByRole('button', { name: 'Create 2' }).click();
  await expect(admin.getByText('2 created, 0 changed.')).toBeVisible();
  await expect(other.getByRole('link', { name: `Zoë ${mark}` })).toBeVisible();
  await expect(other.getByRole('link', { name: `Yan ${mark}` })).toBeVisible();
});

test('OneRoster files are chosen together, refused where a column is missing, and written at once', async ({
  portal,
}) => {
  const admin = await portal.visit('admin');
  const mark = `ros${Date.now()}`;
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const orgs = file('orgs.csv', `sourcedId,name,type\n${mark},University,district\n`);
  const users = (heading: string) =>
    file(
      'users.csv',
      `sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,${heading}\n` +
        `${mark}.s,true,${mark},student,Zoë,${mark},${mark}@nimbusu.test\n`,
    );
  portal.allowConsole(/422/);
  await admin.goto('/admin/people/import');
  await expectLive(admin);
  await admin.getByText('OneRoster files', { exact: true }).click();
  const choose = admin.getByLabel('OneRoster 1.1 files');
  await choose.setInputFiles([orgs, users('mail'), file('demographics.csv', 'x')]);
  await expect(admin.getByText('Not taken: demographics.csv.')).toBeVisible();
  await admin.getByRole('button', { name: 'Look at the files' }).click();
  await expect(admin.getByText('users.csv has no column email.')).toBeVisible();

  await choose.setInputFiles([orgs, users('email')]);
  await expect(admin.getByText('users.csv has no column email.')).toBeHidden();
  await admin.getByRole('button', { name: 'Look at the files' }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: `Zoë ${mark}` })).toBeVisible();
  await admin.getByRole('button', { name: 'Write one row' }).click();
  await expect(admin.getByText('1 created, 0 changed')).toBeVisible();
});
