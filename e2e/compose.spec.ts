import { addressTo, newTitle, pressPublish, recipients, rows, toasts } from './announce';
import { expect, test } from './portal-test';

test('a draft is saved, seen by the other administrators at once, and published from the list', async ({
  portal,
}) => {
  const [writer, other, student] = [
    await portal.visit('admin'),
    await portal.visit('admin'),
    await portal.visit('student'),
  ];
  const title = newTitle('Sports day');
  await other.goto('/admin/announcements');
  await writer.goto('/admin/announcements/new');
  await writer.getByLabel('Title').fill(title);
  await writer.getByLabel('Text').fill('Who comes?');
  await expect(recipients(writer)).toBeEmpty();
  await addressTo(writer, 'Students');
  await expect(recipients(writer)).toHaveText(/^Reaches \d{3} people\.$/);
  const reach = await recipients(writer).innerText();
  await writer.getByRole('button', { name: 'Save draft' }).click();
  await expect(writer).toHaveURL('/admin/announcements');
  await expect(rows(writer, title)).toContainText('Draft');
  await expect(rows(other, title)).toContainText('Draft');
  await expect(student.getByText(title)).toHaveCount(0);

  await rows(other, title)
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(recipients(other)).toHaveText(reach);
  await other.getByRole('dialog').getByRole('button', { name: 'Publish to all students' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await expect(toasts(student, title)).toHaveCount(1);
  for (const page of [writer, other]) {
    await expect(rows(page, title)).toHaveCount(1);
    await expect(rows(page, title)).not.toContainText('Draft');
  }
});

test('what is typed survives a reload, and goes once it is sent', async ({ portal }) => {
  const page = await portal.visit('admin');
  const title = newTitle('Half written');
  await page.goto('/admin/announcements/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text').fill('To be continued');
  await addressTo(page, 'Physics');
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Text')).toHaveValue('To be continued');
  const chosen = page.getByRole('list', { name: 'Chosen audience' });
  await expect(chosen.getByRole('listitem')).toHaveText('DepartmentPhysics');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL('/admin/announcements');
  await page.goto('/admin/announcements/new');
  await expect(page.getByLabel('Title')).toHaveValue('');
  await expect(chosen).toHaveCount(0);
});

test('what the server finds wrong is said at its field, and the text stays', async ({ portal }) => {
  portal.allowConsole(/422 \(Unprocessable/);
  const page = await portal.visit('admin');
  await page.goto('/admin/announcements/new');
  await page.getByLabel('Title').fill('For a department that is gone');
  await page.getByLabel('Text').fill('Text');
  await addressTo(page, 'Physics');
  // Between the choice and the request the department is dissolved.
  await page.route('**/api/announcements', async (route) => {
    const body = route.request().postDataJSON();
    body.target_details.department_ids = ['GONE'];
    await route.continue({ postData: JSON.stringify(body) });
  });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('combobox', { name: 'To', exact: true })).toHaveAccessibleDescription(
    /^This does not exist any more\./,
  );
  await expect(page.getByLabel('Title')).toHaveValue('For a department that is gone');
});

test('people are found by name with the keyboard, and chosen ones can be taken out', async ({ portal }) => {
  const [admin, chosen, other] = [
    await portal.visit('admin'),
    await portal.visit('student'),
    await portal.visit('student2'),
  ];
  const title = newTitle('For one');
  await admin.goto('/admin/announcements/new');
  await admin.getByLabel('Title').fill(title);
  await admin.getByLabel('Text').fill('Please come to my office.');
  const search = admin.getByRole('combobox', { name: 'To', exact: true });
  for (const email of ['student2@nimbusu', 'student@nimbusu']) {
    await search.fill(email);
    await expect(admin.getByRole('option').first()).toContainText(email);
    await search.press('Enter');
  }
  const people = admin.getByRole('list', { name: 'Chosen audience' });
  await expect(people.getByRole('listitem')).toHaveCount(2);
  await people
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await expect(recipients(admin)).toHaveText('Reaches 1 person.');
  await pressPublish(admin);
  await expect(toasts(chosen, title)).toHaveCount(1);
  await expect(other.getByText(title)).toHaveCount(0);
});
