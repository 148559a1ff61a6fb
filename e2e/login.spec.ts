import { expect, test } from './portal-test';
import { accounts, fillCredentials, homes, password, type Who } from './sign-in';

test('a wrong password is announced, and what was typed is kept', async ({ portal }) => {
  portal.allowConsole(/401 \(Unauthorized\)/);
  const page = await portal.visit();
  await page.goto('/login');
  await fillCredentials(page, accounts.student, 'not-the-password');
  await expect(page.getByRole('alert').filter({ hasText: 'Wrong email or password.' })).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(accounts.student);
  await expect(page.getByLabel('Password')).toBeFocused();
  await fillCredentials(page, accounts.student, password);
  await expect(page).toHaveURL(homes.student);
});

test('who tries too often is told to wait, and for how long', async ({ portal }) => {
  portal.allowConsole(/401 \(Unauthorized\)|429 \(Too Many Requests\)/);
  const page = await portal.visit();
  await page.goto('/login');
  const email = `nobody-${Date.now()}@nimbusu.test`;
  const alert = page.getByRole('main').getByRole('alert');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answered = page.waitForResponse('**/api/auth/callback/credentials');
    await fillCredentials(page, email, `guess ${attempt}`);
    expect((await answered).status()).toBe(401);
    await expect(alert).toHaveText('Wrong email or password.');
  }
  const answered = page.waitForResponse('**/api/auth/callback/credentials');
  await fillCredentials(page, email, 'guess again');
  expect(Number((await answered).headers()['retry-after'])).toBeGreaterThan(600);
  await expect(alert).toHaveText('Too many attempts. Try again in 15 minutes.');
});

test('what is missing is said at its field', async ({ portal }) => {
  const page = await portal.visit();
  await page.goto('/login');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter your email address');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription('Enter your password');
});

test('signing in leads to the page that was asked for', async ({ portal }) => {
  const page = await portal.visit();
  await page.goto('/inbox?filter=unread');
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
  await fillCredentials(page, accounts.faculty, password);
  await expect(page).toHaveURL('/inbox?filter=unread');
});

test('signing in never leads to another site', async ({ portal }) => {
  const page = await portal.visit();
  await page.goto('/login?callbackUrl=https%3A%2F%2Fevil.example%2F');
  await fillCredentials(page, accounts.student, password);
  await expect(page).toHaveURL(homes.student);
});

const foreign: Record<Who, string[]> = {
  student: [
    '/admin',
    '/admin/announcements',
    '/admin/announcements/new',
    '/faculty',
    '/faculty/announcements/new',
    '/announcements/0193f3a0-0000-7000-8000-000000000001/edit',
  ],
  student2: [],
  faculty: ['/admin', '/admin/announcements/new', '/home'],
  admin: ['/home', '/faculty', '/faculty/announcements/new', '/announcements'],
};
for (const who of ['student', 'faculty', 'admin'] as const) {
  test(`the pages of others lead a ${who} home`, async ({ portal }) => {
    const page = await portal.visit(who);
    for (const path of foreign[who]) {
      await page.goto(path);
      await expect(page).toHaveURL(homes[who]);
    }
    await page.goto('/login');
    await expect(page).toHaveURL(homes[who]);
  });
}
