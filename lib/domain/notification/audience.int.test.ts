import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import type { Audience } from './audience';
import { fanOutNotification } from './fan-out';
import { countRecipients } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let cs: string;
let me: string;
let suspended: TestUser;
let student: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  [cs, me] = [await createDepartment(sql, 'CS'), await createDepartment(sql, 'ME')];
  student = await createUser(sql, { role: 'student', departmentId: cs });
  await createUser(sql, { role: 'student', departmentId: cs });
  await createUser(sql, { role: 'student', departmentId: me });
  await createUser(sql, { role: 'faculty', departmentId: me });
  await createUser(sql, { role: 'admin' });
  suspended = await createUser(sql, { role: 'student', departmentId: cs });
  await sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [suspended.id]);
});
afterAll(() => database.drop());

const nobody = { role_names: [], department_ids: [], user_ids: [] };

it.each<[string, () => Audience, number]>([
  ['everyone', () => ({ ...nobody, target_audience: 'all' }), 5],
  ['students', () => ({ ...nobody, target_audience: 'role', role_names: ['student'] }), 3],
  ['two roles', () => ({ ...nobody, target_audience: 'role', role_names: ['faculty', 'admin'] }), 2],
  ['a department', () => ({ ...nobody, target_audience: 'department', department_ids: [cs] }), 2],
  ['departments', () => ({ ...nobody, target_audience: 'department', department_ids: [cs, me] }), 4],
  ['people', () => ({ ...nobody, target_audience: 'users', user_ids: [student.id, suspended.id] }), 1],
  [
    'the students of a department, and a person besides',
    () => ({
      target_audience: 'combined',
      role_names: ['student'],
      department_ids: [me],
      user_ids: [student.id, suspended.id],
    }),
    2,
  ],
  [
    'roles anywhere, combined',
    () => ({ ...nobody, target_audience: 'combined', role_names: ['faculty', 'admin'] }),
    2,
  ],
  ['nobody, combined', () => ({ ...nobody, target_audience: 'combined' }), 0],
  ['lists of another audience', () => ({ ...nobody, target_audience: 'role', department_ids: [cs] }), 0],
])('counts %s as the fan-out writes them, the suspended left out', async (_who, audienceOf, expected) => {
  const audience = audienceOf();
  expect(await countRecipients(database.sql, audience)).toBe(expected);
  const written = await createUnitOfWork(database, () => undefined).run({ correlationId: 'test' }, (tx) =>
    fanOutNotification(tx, {
      sourceEventId: randomUUID(),
      kind: 'announcement',
      title: 'Title',
      message: 'Text',
      priority: 'normal',
      actionUrl: '',
      correlationId: 'test',
      audience,
    }),
  );
  expect(written).toBe(expected);
});
