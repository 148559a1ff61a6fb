import type { SqlTx } from '@/lib/infra/db/sql';
import { seedAttendance } from './attendance';
import { seedContentReports } from './content-reports';
import { seedDemoConversations } from './conversations';
import { seedCourseCatalogue } from './courses';
import { DEMO_HASH, LOCKED_HASH } from './demo-password';
import { seedDiscussions } from './discussion';
import { seedNotifications } from './notifications';
import { departments, seedPeople } from './people';
import { seedTemplates } from './templates';
import { seedTimetable } from './timetable';

/**
 * The demo university: departments, people, and what is taught to them. Run again it adds what is missing, opens accounts that
 * {@link lockDemo} had locked, and changes nothing else. Returns how many people it added or opened.
 */
export async function seedDemo(sql: SqlTx): Promise<number> {
  await sql.query(
    `INSERT INTO department (id, code, name)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [
      departments.map(({ id }) => id),
      departments.map(({ code }) => code),
      departments.map(({ name }) => name),
    ],
  );
  const people = seedPeople();
  // The department is found by its code: where one of the name was there before, it has another id.
  const added = await sql.query(
    `INSERT INTO app_user (id, email, name, role, register_no, department_id, password_hash)
     SELECT person.id, person.email, person.name, person.role::role, person.register_no, department.id, $7
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
       AS person (id, email, name, role, register_no, department_code)
     LEFT JOIN department ON department.code = person.department_code
     ON CONFLICT DO NOTHING`,
    [
      people.map(({ id }) => id),
      people.map(({ email }) => email),
      people.map(({ name }) => name),
      people.map(({ role }) => role),
      people.map(({ registerNo }) => registerNo),
      people.map(({ departmentCode }) => departmentCode),
      DEMO_HASH,
    ],
  );
  await seedCourseCatalogue(sql);
  await seedTimetable(sql);
  await seedAttendance(sql);
  await seedDiscussions(sql);
  await seedDemoConversations(sql);
  await seedContentReports(sql);
  await seedNotifications(sql);
  await seedTemplates(sql);
  const opened = await sql.query(
    `UPDATE app_user SET status = 'active', password_hash = $2 WHERE id = ANY ($1::uuid[]) AND password_hash = $3`,
    [people.map(({ id }) => id), DEMO_HASH, LOCKED_HASH],
  );
  return added.rowCount + opened.rowCount;
}

/**
 * Without seeding nobody gets in by a password that everybody knows, whichever demo the account is of. Returns how many
 * accounts it locked.
 */
export async function lockDemo(sql: SqlTx): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE app_user SET status = 'suspended', password_hash = $2 WHERE password_hash = $1`,
    [DEMO_HASH, LOCKED_HASH],
  );
  return rowCount;
}
