import { hashPassword } from '@/lib/infra/auth/password';
import type { SqlTx } from '@/lib/infra/db/sql';
import { demoAccounts, departments, seedPeople } from './people';

export const DEMO_PASSWORD = 'nimbusu-demo';

/**
 * The demo university: departments and people. Run again it adds what is missing and changes nothing. All share one
 * password and its hash, which is why it is for demonstration only. Returns how many people it added.
 */
export async function seedDemo(sql: SqlTx): Promise<number> {
  await sql.query(
    'INSERT INTO department (id, code, name) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING',
    [
      departments.map((each) => each.id),
      departments.map((each) => each.code),
      departments.map((each) => each.name),
    ],
  );
  const people = seedPeople();
  const { rowCount } = await sql.query(
    `INSERT INTO app_user (id, email, name, role, register_no, department_id, password_hash)
     SELECT id, email, name, role::role, register_no, department_id, $7
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::uuid[])
       AS person (id, email, name, role, register_no, department_id)
     ON CONFLICT DO NOTHING`,
    [
      people.map((person) => person.id),
      people.map((person) => person.email),
      people.map((person) => person.name),
      people.map((person) => person.role),
      people.map((person) => person.registerNo),
      people.map((person) => person.departmentId),
      await hashPassword(DEMO_PASSWORD),
    ],
  );
  // Locked by an earlier start without seeding.
  await sql.query(
    `UPDATE app_user SET status = 'active' WHERE id = ANY ($1::uuid[]) AND status = 'suspended'`,
    [demoAccounts.map((account) => account.id)],
  );
  return rowCount;
}

/** Without seeding nobody gets in by a password that everybody knows. Returns how many accounts it locked. */
export async function lockDemo(sql: SqlTx): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE app_user SET status = 'suspended' WHERE id = ANY ($1::uuid[]) AND status = 'active'`,
    [seedPeople().map((person) => person.id)],
  );
  return rowCount;
}
