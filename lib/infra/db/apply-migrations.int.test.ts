import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { applyMigrations, readDatamodel } from './apply-migrations';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('has nothing left to do on a migrated database', async () => {
  expect(await applyMigrations(database.url)).toEqual([]);
});

it('serves Prisma and plain SQL from one pool', async () => {
  await database.prisma.department.create({ data: { code: 'CS', name: 'Computer Science' } });
  const { rows } = await database.sql.query<{ code: string }>('SELECT code FROM department');
  expect(rows).toEqual([{ code: 'CS' }]);
});

it('rolls the whole transaction back when the work rejects', async () => {
  const failing = database.transaction(async (tx) => {
    await tx.query(`INSERT INTO department (id, code, name) VALUES (gen_random_uuid(), 'ME', 'Mechanical')`);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await database.prisma.department.count({ where: { code: 'ME' } })).toBe(0);
});

it('knows a migration for every line of the schema', async () => {
  const snapshot = await readFile('prisma/migrations/schema-snapshot.prisma', 'utf8');
  expect(await readDatamodel(process.cwd())).toBe(snapshot);
});
