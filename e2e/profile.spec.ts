import { announce, newTitle, rows } from './announce';
import { afterTheEnd, expect, test } from './portal-test';
import { expectLive } from './sign-in';

test('a language is spoken on every screen of the one who chose it, at once', async ({ portal }) => {
  const one = await portal.visit('student2');
  const other = await portal.visit('student2');
  await one.goto('/profile');
  await other.goto('/inbox');
  await expectLive(other);
  await one.getByText('Deutsch', { exact: true }).click();
  await expect(one.getByRole('heading', { name: 'Profil', exact: true })).toBeVisible();
  await expect(one.locator('html')).toHaveAttribute('lang', 'de');
  await expect(one).toHaveTitle('Profil · NimbusU');
  await expect(other.getByRole('heading', { name: 'Posteingang' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('lang', 'de');
  await one.reload();
  await expect(one.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await one.getByText('English', { exact: true }).click();
  await expect(other.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await one.getByText('As the browser', { exact: true }).click();
  await expect(one.getByRole('radio', { name: 'As the browser' })).toBeChecked();
});

test('before signing in the page speaks what the browser asks for, and only that is fetched', async ({
  portal,
}) => {
  const page = await portal.visit(undefined, { locale: 'de-AT' });
  const scripts: string[] = [];
  page.on('response', async (answer) => {
    if (answer.url().includes('/_next/static/') && answer.url().endsWith('.js')) {
      scripts.push(await answer.text());
    }
  });
  await page.goto('/login', { waitUntil: 'networkidle' });
  await expect(page).toHaveTitle('Anmelden · NimbusU');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByLabel('E-Mail')).toHaveAccessibleDescription('Geben Sie Ihre E-Mail-Adresse ein');
  const holding = (text: string) => scripts.filter((script) => script.includes(text)).length;
  expect([holding('Mitteilung verfassen'), holding('Write an announcement')]).toEqual([1, 0]);
  await page.getByText('English', { exact: true }).click();
  await expect(page).toHaveTitle('Sign in · NimbusU');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('times are those of the zone that was chosen', async ({ portal }) => {
  const student = await portal.visit('student2', { timezoneId: 'America/New_York' });
  await student.goto('/profile');
  await expect(student.getByText('As the browser (America/New_York)')).toBeVisible();
  await student.getByRole('button', { name: 'Change the time zone' }).click();
  await student.getByLabel('Find a time zone').fill('kolk');
  await student.getByRole('button', { name: /^Asia\/(Kolkata|Calcutta)$/ }).click();
  await expect(student.getByText(/^Asia\/(Kolkata|Calcutta)$/)).toBeVisible();
  const admin = await portal.visit('admin');
  const title = newTitle('When');
  await announce(admin, { title, audience: 'all' });
  await student.goto('/announcements');
  const time = rows(student, title).locator('time');
  const at = new Date((await time.getAttribute('datetime')) ?? '');
  const there = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Kolkata' });
  await expect(time).toHaveAttribute('title', new RegExp(`${there}$`));
  await student.goto('/profile');
  await student.getByRole('button', { name: 'Change the time zone' }).click();
  await student.getByRole('button', { name: /^As the browser/ }).click();
  await expect(student.getByText('As the browser (America/New_York)')).toBeVisible();
});

test('a session that is signed out from elsewhere closes at once', async ({ portal }) => {
  portal.allowConsole(afterTheEnd);
  const here = await portal.visit('faculty');
  const elsewhere = await portal.visit('faculty', { userAgent: firefox });
  await here.goto('/profile');
  const sessions = here.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions.filter({ hasText: 'This device' })).toHaveCount(1);
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(elsewhere).toHaveURL(/\/login\?callbackUrl=/);
  await expect(sessions).toHaveCount(1);

  // A new one appears by itself, with its device, and can be ended alone.
  const again = await portal.visit('faculty', { userAgent: firefox });
  const row = sessions.filter({ hasText: 'Firefox on Windows' });
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /^Sign out Firefox on Windows/ }).click();
  await expect(again).toHaveURL(/\/login\?callbackUrl=/);
  await expect(row).toHaveCount(0);

  const third = await portal.visit('faculty');
  await here.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  for (const page of [here, third]) await expect(page).toHaveURL(/\/login/);
});

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0';
