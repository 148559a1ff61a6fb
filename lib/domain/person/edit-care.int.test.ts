import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EditPerson } from '@/lib/contracts/http/person-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createUser, type TestUser } from '@/tests/campus';
import { editPerson } from './edit-person';
import { readPerson } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let student: TestUser;
let advisor: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = await createAuthor(database, await createUser(database.sql, { role: 'admin' }));
  student = await createUser(database.sql, { role: 'student' });
  advisor = await createUser(database.sql, { role: 'faculty', name: 'Emmy Noether' });
});
afterAll(() => database.drop());

const edit = async (change: object) => {
  const { version } = await readPerson(database.sql, student.id);
  return editPerson(admin.unitOfWork, {
    actor: admin.actor,
    correlationId: randomUUID(),
    id: student.id,
    ifMatch: version,
    change: EditPerson.parse(change),
  });
};

it('says who looks after a student and where a guardian is told, and keeps both when something else changes', async () => {
  const care = { advisor_id: advisor.id, guardian_email: 'Guardian@Example.org' };
  const kept = { advisor: { id: advisor.id, name: 'Emmy Noether' }, guardian_email: 'guardian@example.org' };
  expect(await edit(care)).toMatchObject(kept);
  expect(await edit({ name: 'Another Name' })).toMatchObject(kept);
  expect(await edit({ advisor_id: null, guardian_email: '' })).toMatchObject({
    advisor: null,
    guardian_email: '',
  });
});

it('takes nobody as an advisor who is not of the faculty, and nothing as an address that is none', async () => {
  for (const advisor_id of [randomUUID(), student.id])
    await expect(edit({ advisor_id })).rejects.toMatchObject({
      code: 'request.invalid',
      details: { errors: [{ field: 'advisor_id', code: 'unknown' }] },
    });
  expect(EditPerson.safeParse({ guardian_email: 'nobody' }).success).toBe(false);
});

it('says where text messages go, in international form, audited; the number stays when something else changes', async () => {
  expect(await edit({ phone: '+43 (664) 123-45 67' })).toMatchObject({ phone: '+436641234567' });
  expect(await edit({ name: 'One more' })).toMatchObject({ phone: '+436641234567' });
  for (const phone of ['0664 1234567', '+43', 'none'])
    expect(EditPerson.safeParse({ phone }).success).toBe(false);
  expect(await edit({ phone: '' })).toMatchObject({ phone: '' });
  const { rows } = await database.sql.query(
    `SELECT detail FROM audit_entry WHERE subject_id = $1 AND detail -> 'after' ? 'phone' ORDER BY created_at, id`,
    [student.id],
  );
  expect(rows).toMatchObject([
    { detail: { before: { phone: '' }, after: { phone: '+436641234567' } } },
    { detail: { before: { phone: '+436641234567' }, after: { phone: '' } } },
  ]);
});
