import { announce, newTitle, rows } from './announce';
import { ask } from './ask-api';
import { opened } from './inbox';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';

test('quiet hours hold five and release one brief; the reason is told of what waits and of what came', async ({
  portal,
}) => {
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student2')];
  const { id } = await ask(student, 'GET', '/api/me');
  const inDatabase = (statement: string) =>
    withProductDatabase(async (client) => void (await client.query(statement, [id])));
  portal.atTheEnd(() => inDatabase('DELETE FROM notification_setting WHERE user_id = $1'));

  await student.goto('/profile/notifications');
  await student.getByRole('button', { name: 'Every night, 22:00 to 07:00' }).click();
  await student.getByRole('button', { name: 'Save quiet hours' }).click();
  await expect(student.getByText(/^(Next: |It is quiet now)/)).toBeVisible();
  await inDatabase(
    `UPDATE notification_setting SET quiet_since = now() - interval '1 hour', quiet_until = now() + interval '1 hour'
     WHERE user_id = $1`,
  );
  const titles = Array.from({ length: 5 }, (_, index) => newTitle(`Held ${index}`));
  for (const title of titles) await announce(admin, { title, audience: { departments: ['ME'] } });
  await expect(async () => {
    await student.goto('/profile/notifications');
    for (const title of titles)
      await expect(rows(student, title)).toContainText('held back by your quiet hours', { timeout: 5_000 });
  }).toPass();

  await student.goto('/inbox');
  for (const title of titles) await expect(rows(student, title)).toHaveCount(0);
  await inDatabase(
    // The hours go with it: where the test runs at night, the next stretch would begin at once.
    `WITH over AS (
       UPDATE notification_setting SET quiet_until = now() - interval '1 minute', quiet_hours = '[]' WHERE user_id = $1)
     UPDATE notification_recipient SET waits_until = now() - interval '1 minute'
     WHERE user_id = $1 AND waits_until IS NOT NULL`,
  );
  await expect(rows(student, 'while it was quiet').first()).toBeVisible();
  for (const title of titles) await expect(rows(student, title).first()).toBeVisible();
  await student
    .getByRole('link', { name: titles[0] ?? '' })
    .first()
    .click();
  await opened(student).getByRole('button', { name: 'Why did I get this?' }).click();
  await expect(opened(student)).toContainText('held back by your quiet hours');
  await expect(opened(student)).toContainText('while it was quiet');
});
