import { afterAll, beforeAll, expect, it } from 'vitest';
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
