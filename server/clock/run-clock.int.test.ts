import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { runClock } from './run-clock';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('does what else is due where one thing cannot be done', async () => {
  const { sql } = database;
  const { id } = await createUser(sql, { role: 'student' });
  await sql.query(
    `INSERT INTO notification_command (id, type, status, service, title, payload, correlation_id, scheduled_at)
     VALUES ('unreadable', 'SEND_IN_APP', 'scheduled', 'test', '', '{}', '', now() - interval '1 minute')`,
  );
  await sql.query(
    `INSERT INTO notification_setting (user_id, quiet_since, quiet_until)
     VALUES ($1, now() - interval '2 minutes', now() - interval '1 minute')`,
    [id],
  );
  const faults: unknown[] = [];
  const clock = runClock({
    sql,
    unitOfWork: createUnitOfWork(database, () => undefined),
    timeZone: 'UTC',
    correlationId: () => 'test',
    onError: (error) => faults.push(error),
  });
  await vi.waitFor(async () => {
    const { rows } = await sql.query('SELECT quiet_until FROM notification_setting');
    expect(rows).toEqual([{ quiet_until: null }]);
  }, 10_000);
  await clock.stop();
  expect(faults.length).toBeGreaterThan(0);
});
