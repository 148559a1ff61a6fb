import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCommands } from '@/lib/domain/notification/command/list-commands';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { seedPeople } from './people';
import { lockDemo, seedDemo } from './seed-demo';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const everybody = () => database.prisma.user.findMany({ orderBy: { email: 'asc' } });

it('adds everybody once', async () => {
  expect(await seedDemo(database.sql)).toBe(seedPeople().length);
  const before = await everybody();
  expect(await seedDemo(database.sql)).toBe(0);
  expect(await everybody()).toEqual(before);
});

it('has discussions, each once, and what people change in them stays', async () => {
  const said = async () => {
    const { rows } = await database.sql.query<{ threads: number; replies: number; answered: number }>(
      `SELECT count(*)::int AS threads, sum(reply_count)::int AS replies, count(accepted_id)::int AS answered
       FROM forum_post`,
    );
    return rows[0] ?? { threads: 0, replies: 0, answered: 0 };
  };
  const before = await said();
  expect(before.answered).toBeGreaterThan(5);
  expect(before.replies).toBe((before.threads / 3) * 5);
  await database.sql.query('UPDATE forum_post SET accepted_id = NULL');
  await seedDemo(database.sql);
  expect(await said()).toEqual({ ...before, answered: 0 });
});

it('has notifications in each state there is, reports open and decided, and templates, each once', async () => {
  const counted = async () => ({
    deliveries: await database.sql.query(
      `SELECT channel::text, status::text, count(*)::int AS count FROM notification_delivery
       GROUP BY channel, status ORDER BY channel, status`,
    ),
    reports: await database.sql.query(
      `SELECT subject_kind, status::text, count(*)::int AS count FROM content_report
       GROUP BY subject_kind, status ORDER BY subject_kind, status`,
    ),
    templates: await database.sql.query('SELECT key, locale FROM notification_template ORDER BY key, locale'),
  });
  const { deliveries, reports, templates } = await counted();
  const states = (channel: string) =>
    deliveries.rows.filter((row) => row.channel === channel).map((row) => row.status);
  expect(states('email')).toEqual(['failed', 'queued', 'sent']);
  expect(states('push')).toEqual(['delivered', 'failed', 'sent']);
  expect(states('sms')).toEqual(['delivered', 'failed', 'sent']);
  expect(reports.rows).toEqual([
    { subject_kind: 'forum_reply', status: 'dismissed', count: 1 },
    { subject_kind: 'forum_reply', status: 'open', count: 2 },
    { subject_kind: 'forum_reply', status: 'resolved', count: 1 },
    { subject_kind: 'message', status: 'open', count: 1 },
  ]);
  expect(templates.rows).toHaveLength(3);
  const { items } = await listCommands(database.sql, { after: null, limit: 10, cursorAt: () => '' });
  expect(items.map(({ status, recipients }) => [status, recipients])).toEqual([
    ['queued', 10],
    ['cancelled', 0],
    ['refused', 0],
  ]);
  expect(items[0]?.channels).toHaveLength(4);
  // What somebody has gone on with stays, and comes back in no other state.
  await database.sql.query(`UPDATE content_report SET status = 'resolved'`);
  await database.sql.query(`UPDATE notification_delivery SET status = 'failed' WHERE channel = 'push'`);
  await seedDemo(database.sql);
  const again = await counted();
  expect(again.reports.rows.map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  expect(again.deliveries.rows.filter((row) => row.channel === 'push')).toMatchObject([{ status: 'failed' }]);
  expect(again.templates.rows).toEqual(templates.rows);
});

it('leaves what people changed', async () => {
  const where = { email: 'student@nimbusu.test' };
  await database.prisma.user.update({ where, data: { name: 'Lena Fischer-Wu', status: 'suspended' } });
  await seedDemo(database.sql);
  expect(await database.prisma.user.findUnique({ where })).toMatchObject({
    name: 'Lena Fischer-Wu',
    status: 'suspended',
  });
  await database.prisma.user.update({ where, data: { status: 'active' } });
});

it('locks those who still have the public password, and opens them again', async () => {
  const own = { email: 'faculty@nimbusu.test' };
  await database.prisma.user.update({ where: own, data: { passwordHash: 'a password of their own' } });
  const before = await everybody();
  expect(await lockDemo(database.sql)).toBe(before.length - 1);
  const active = await database.prisma.user.findMany({ where: { status: 'active' } });
  expect(active.map(({ email }) => email)).toEqual([own.email]);
  expect(await seedDemo(database.sql)).toBe(before.length - 1);
  expect(await everybody()).toEqual(before);
});

it('finds its place beside a department of the same code', async () => {
  const other = await createTestDatabase();
  const { id } = await other.prisma.department.create({ data: { code: 'CS', name: 'Computing' } });
  await seedDemo(other.sql);
  const student = await other.prisma.user.findUnique({ where: { email: 'student@nimbusu.test' } });
  expect(student?.departmentId).toBe(id);
  await other.drop();
});
