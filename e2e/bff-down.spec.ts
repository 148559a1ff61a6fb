import { findListener } from '../tests/find-listener';
import { announce, bell, newTitle, readEverything, rows, toasts } from './announce';
import { expect, test } from './portal-test';
import { connection, expectLive } from './sign-in';

const BFF_PORT = Number(process.env.E2E_PORT || 3310) + 1;

test('with the BFF down pages still work and say so; what happened meanwhile arrives once it is back', async ({
  portal,
}) => {
  portal.allowConsole(/WebSocket connection|status of 5\d\d/);
  const [admin, student] = [await portal.visit('admin'), await portal.visit('student')];
  await readEverything(student);
  const bff = await findListener(BFF_PORT);
  // Held, not ended: its keeper would start it again within a second.
  process.kill(bff, 'SIGSTOP');
  try {
    const title = newTitle('While it was away');
    await announce(admin, { title, audience: 'all' });
    await student.goto('/announcements');
    // The page asks the database, not the BFF.
    await expect(rows(student, title)).toHaveCount(1);
    await expect(connection(student)).not.toHaveText('Live');
    await student.goto('/inbox');
    await expect(student.getByRole('heading', { name: 'Inbox' })).toBeVisible();
    await expect(rows(student, title)).toHaveCount(0);
    process.kill(bff, 'SIGCONT');
    await expectLive(student);
    await expect(rows(student, title)).toHaveCount(1);
    await expect(bell(student, 1)).toBeVisible();
    await expect(toasts(student, title)).toHaveCount(1);
  } finally {
    process.kill(bff, 'SIGCONT');
  }
});
