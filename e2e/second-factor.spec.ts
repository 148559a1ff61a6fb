import AxeBuilder from '@axe-core/playwright';
import { generate } from 'otplib';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';
import { fillCredentials, password } from './sign-in';

test('a second factor is set up by its key, asked for at the next sign-in, and replaced by a recovery code', async ({
  portal,
}) => {
  const { rows } = await withProductDatabase((client) =>
    client.query<{ id: string; email: string }>(
      `SELECT id, email FROM app_user WHERE email LIKE 'student.%' AND status = 'active' ORDER BY email DESC OFFSET 1 LIMIT 1`,
    ),
  );
  const [somebody] = rows;
  if (!somebody) throw new Error('the demo university has no students');
  // Data stays between runs.
  await withProductDatabase((client) =>
    client.query('DELETE FROM second_factor WHERE user_id = $1', [somebody.id]),
  );
  const page = await portal.visit();
  await page.goto('/login?callbackUrl=%2Fprofile');
  await fillCredentials(page, somebody.email, password);
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
  const secret = (await page.getByText(/^Key [A-Z2-7]+$/).innerText()).replace('Key ', '');
  await page.getByLabel('Code', { exact: true }).fill(await generate({ secret }));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('It is on. 10 recovery codes are left.')).toBeVisible();

  portal.allowConsole(/422 \(Unprocessable/);
  const elsewhere = await portal.visit();
  await elsewhere.goto('/login?callbackUrl=%2Finbox');
  await fillCredentials(elsewhere, somebody.email, password);
  await expect(elsewhere).toHaveURL('/second-factor?callbackUrl=%2Finbox');
  expect((await new AxeBuilder({ page: elsewhere }).analyze()).violations).toEqual([]);
  await elsewhere.goto('/home');
  await expect(elsewhere).toHaveURL('/second-factor?callbackUrl=%2Fhome');
  await elsewhere.getByLabel('Code', { exact: true }).fill('000000');
  await elsewhere.getByRole('button', { name: 'Go on' }).click();
  await expect(elsewhere.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/not right/);
  await elsewhere.getByLabel('Code', { exact: true }).fill(recovery);
  await elsewhere.getByRole('button', { name: 'Go on' }).click();
  await expect(elsewhere).toHaveURL('/home');
});
