import { afterTheEnd, expect, test } from './portal-test';
import { withProductDatabase } from './product-database';
import { fillCredentials, password } from './sign-in';

const fresh = 'a much better password';

/** A student of the demo university whom no other test signs in as. */
async function findSomebody(): Promise<string> {
  const { rows } = await withProductDatabase((client) =>
    client.query<{ email: string }>(
      `SELECT email FROM app_user WHERE email LIKE 'student.%' AND status = 'active' ORDER BY email DESC LIMIT 1`,
    ),
  );
  return rows[0]?.email ?? '';
}

test('whoever forgot a password sets a new one by mail; where they were signed in, they are out at once', async ({
  portal,
}) => {
  portal.allowConsole(afterTheEnd);
  const email = await findSomebody();
  const before = await portal.visit();
  await before.goto('/login');
  await fillCredentials(before, email, password);
  await expect(before).toHaveURL('/home');

  const page = await portal.visit();
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText('If there is an account of this address');

  const admin = await portal.visit('admin');
  await admin.goto('/admin/mail');
  const mail = admin.getByRole('listitem').filter({ hasText: email }).first();
  await expect(mail).toContainText('Set a new password for NimbusU');
  const link = await mail.getByRole('link', { name: 'Open the link' }).getAttribute('href');

  await page.goto(link ?? '');
  await expect(page).toHaveURL('/reset-password');
  await page.getByLabel('New password').fill('Password1!');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/tried first/);
  portal.allowConsole(/422 \(Unprocessable/);
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('status')).toHaveText('Your new password is set. Sign in with it.');
  // The other browser did nothing: it is led to the log-in by a push.
  await expect(before).toHaveURL(/\/login\?callbackUrl=/);

  await page.getByRole('link', { name: 'Sign in' }).click();
  await fillCredentials(page, email, fresh);
  await expect(page).toHaveURL('/home');

  portal.allowConsole(/410 \(Gone\)/);
  const again = await portal.visit();
  await again.goto(link ?? '');
  await again.getByLabel('New password').fill('yet another password');
  await again.getByRole('button', { name: 'Set the password' }).click();
  await expect(again.getByText('This link was used already, or is too old.')).toBeVisible();
});

test('a password changed on the profile ends the other sessions and keeps this one', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  const email = await findSomebody();
  const [here, elsewhere] = [await portal.visit(), await portal.visit()];
  for (const page of [here, elsewhere]) {
    await page.goto('/login');
    await fillCredentials(page, email, fresh);
    await expect(page).toHaveURL('/home');
  }
  await here.goto('/profile');
  portal.allowConsole(/422 \(Unprocessable/);
  await here.getByLabel('Present password').fill('not it');
  await here.getByLabel('New password').fill(password);
  await here.getByRole('button', { name: 'Change the password' }).click();
  await expect(here.getByLabel('Present password')).toHaveAccessibleDescription(
    'This is not your present password.',
  );
  await here.getByLabel('Present password').fill(fresh);
  await here.getByRole('button', { name: 'Change the password' }).click();
  await expect(here.getByText('Your password is changed.').first()).toBeVisible();
  await expect(elsewhere).toHaveURL(/\/login/);
  await here.reload();
  await expect(here).toHaveURL('/profile');
});

test('before a session ends it says when, and goes on when asked to', async ({ portal }) => {
  const page = await portal.visit('student2');
  const me = await (await page.request.get('/api/me')).json();
  await withProductDatabase((client) =>
    client.query(`UPDATE session SET expires_at = now() + interval '30 seconds' WHERE id = $1`, [
      me.session_id,
    ]),
  );
  await page.reload();
  const dialog = page.getByRole('dialog', { name: 'Your session is about to end' });
  await expect(dialog).toBeVisible({ timeout: 25_000 });
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog).toBeHidden();
  const after = await (await page.request.get('/api/me')).json();
  expect(new Date(after.session_expires_at).getTime()).toBeGreaterThan(Date.now() + 3_600_000);
});
