import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createCheckInCodes } from '@/lib/domain/attendance/check-in-token';
import { sealSessionCookie } from '@/lib/infra/auth/session-cookie';
import { makeCourse, openClassOfToday } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, type Portal, test } from './portal-test';
import { productSecret, withProductDatabase } from './product-database';
import { accounts, fillCredentials, password } from './sign-in';

const PHONES = 199;

/** Students with phones that are signed in, each by a cookie. */
async function createPhones(portal: Portal) {
  const people = Array.from({ length: PHONES }, () => ({ id: randomUUID(), sid: randomUUID() }));
  const ids = people.map(({ id }) => id);
  portal.atTheEnd(async () => {
    await withProductDatabase((client) => client.query('DELETE FROM app_user WHERE id = ANY ($1)', [ids]));
  });
  await withProductDatabase(async (client) => {
    await client.query(
      `INSERT INTO app_user (id, email, name, role, password_hash)
       SELECT id, id || '@phones.test', 'Phone ' || lpad(n::text, 3, '0'), 'student', 'none'
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)`,
      [ids],
    );
    await client.query(
      `INSERT INTO session (id, user_id, expires_at)
       SELECT sid, id, now() + interval '1 hour' FROM unnest($1::uuid[], $2::uuid[]) AS given (sid, id)`,
      [people.map(({ sid }) => sid), ids],
    );
  });
  const options = { secret: productSecret(), secure: false, maxAgeSeconds: 3_600 };
  return Promise.all(
    people.map(async ({ id, sid }) => ({
      email: `${id}@phones.test`,
      cookie: await sealSessionCookie({ sub: id, sid }, options),
    })),
  );
}

/** Who stands as what in the table. */
const inTable = (sessionId: string) =>
  withProductDatabase(async (client) => {
    const { rows } = await client.query<{ name: string; status: string }>(
      `SELECT name, mark.status::text FROM attendance_mark AS mark JOIN app_user ON app_user.id = student_id
       WHERE session_id = $1 ORDER BY name`,
      [sessionId],
    );
    return rows;
  });

const count = (wall: Page, here: number) => wall.locator(`[data-here="${here}"][data-all="${PHONES + 1}"]`);

test('a hall checks in: the wall counts every phone, and its names are what the table says', async ({
  portal,
  baseURL,
}) => {
  test.slow();
  const phones = await createPhones(portal);
  const course = await makeCourse(portal, {
    faculty: [accounts.faculty],
    students: [...phones.map(({ email }) => email), accounts.student],
  });
  const wall = await portal.visit('faculty');
  const sessionId = await openClassOfToday(wall, course);
  await wall.goto(`/attendance/sessions/${sessionId}/wall`);
  await wall.getByRole('button', { name: 'Start check-in' }).click();
  await expect(wall.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expect(count(wall, 0)).toBeVisible();

  // A signed-out phone scans: the code is gone from the address at once, and the log-in leads back here.
  const codes = createCheckInCodes(productSecret());
  const { token } = codes.show(sessionId, Date.now());
  const phone = await portal.visit(undefined, { viewport: { width: 390, height: 844 } });
  await phone.goto(`/check-in#${token}`);
  await expect(phone).toHaveURL('/login?callbackUrl=%2Fcheck-in');
  await fillCredentials(phone, accounts.student, password);
  await expect(phone).toHaveURL('/check-in');
  const done = phone.getByText(/You are checked in/);
  // Whoever takes long to sign in is told to scan again.
  const tooOld = phone.getByText(/This code is too old/);
  await expect(done.or(tooOld)).toBeVisible();
  if (await tooOld.isVisible()) {
    await phone.getByLabel('Code on the wall').fill(codes.show(sessionId, Date.now()).code.toLowerCase());
    await phone.getByRole('button', { name: 'Check in' }).click();
  }
  await expect(done).toBeVisible();
  await expect(phone.getByText(course.code, { exact: true })).toBeVisible();
  await expect(count(wall, 1)).toBeVisible();
  await expectClean(phone, 'what a student has checked in to');
  for (const address of await addressesOf(phone)) expect(address).not.toContain(token);

  // The others, all at once: what a camera reads, or what is typed of the wall itself. Whose code is too old scans again.
  const typed = (await wall.locator('[data-code]').getAttribute('data-code')) ?? '';
  const send = async (cookie: string, shown: object): Promise<number> => {
    const response = await fetch(`${baseURL}/api/check-in`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(shown),
    });
    const isTooOld = response.status === 409 && (await response.json()).code === 'check_in.code_expired';
    return isTooOld ? send(cookie, scanned()) : response.status;
  };
  const scanned = () => ({ token: codes.show(sessionId, Date.now()).token });
  const answers = await Promise.all(
    phones.map(({ cookie }, index) => send(cookie, index % 4 === 0 ? { code: typed } : scanned())),
  );
  expect(answers).toEqual(phones.map(() => 200));
  await expect(count(wall, PHONES + 1)).toBeVisible();
  const table = await inTable(sessionId);
  expect(table).toHaveLength(PHONES + 1);
  const names = await wall.locator('[data-status="present"] bdi').allTextContents();
  expect([...names].sort()).toEqual(table.map(({ name }) => name).sort());

  await expectClean(wall, 'the wall of a hall');
  await wall.getByRole('button', { name: 'Stop' }).click();
  await expect(wall.getByText('Students cannot check in now.')).toBeVisible();
  await expect(wall.getByRole('img', { name: /^QR code/ })).toHaveCount(0);
});

/** Where the browser has been in this tab, as its history tells the page. */
async function addressesOf(page: Page): Promise<string[]> {
  const asked = await page.evaluate(() => performance.getEntriesByType('navigation').map(({ name }) => name));
  return [page.url(), ...asked];
}
